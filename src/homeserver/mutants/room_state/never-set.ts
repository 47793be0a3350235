import { ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { emptyEntry } from './empty-entry.ts';

const fallBack = 'a-key-does-not-fall-back-to-the-empty-key';
const neverSet = 'an-entry-that-was-never-set-is-not-found';

/** Faults in what is answered for an entry that was never set. */
export const neverSetMutants: readonly Mutant[] = [
  {
    id: 'get-falls-back-to-the-empty-key',
    fault: 'GET of a key that was never set answers with the entry of the empty key.',
    killedBy: killedBy('room_state', fallBack),
    mutate: (homeserver) => {
      const { read } = homeserver.state;
      changeCall(homeserver, 'getRoomStateWithKey', (call) => {
        const { roomId = '', eventType = '', stateKey = '' } = call.params;
        const room = homeserver.rooms.get(roomId);
        const isSet = room && read(room.state, eventType, stateKey);
        const falls = !isSet && emptyEntry(homeserver, call);
        return falls ? { params: { ...call.params, stateKey: '' } } : {};
      });
    },
  },
  {
    id: 'get-of-nothing-answers-an-empty-object',
    fault: 'GET of an entry that was never set answers {}.',
    killedBy: [
      ...killedBy(
        'room_state',
        neverSet,
        'cors-headers-stand-on-every-answer',
        'answers-are-application-json',
      ),
      ...killedBy('room_state', 'a-cors-preflight-is-answered-without-a-token'),
    ],
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getRoomStateWithKey', ({ errcode }, call) =>
        errcode === 'M_NOT_FOUND' && !emptyEntry(homeserver, call) ? ok({}) : undefined,
      ),
  },
  {
    id: 'get-remembers-what-it-did-not-find',
    fault: 'A key with a hyphen that was not found once is not found when it is set, either.',
    killedBy: killedBy('room_state', neverSet),
    mutate: (homeserver) => {
      const missed = new Set<string>();
      const { read } = homeserver.state;
      changeCall(homeserver, 'getRoomStateWithKey', ({ params }) => {
        const { roomId = '', eventType = '', stateKey = '' } = params;
        const state = homeserver.rooms.get(roomId)?.state;
        const asked = JSON.stringify([roomId, eventType, stateKey]);
        if (missed.has(asked)) throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such state');
        const isSet = state && read(state, eventType, stateKey) !== undefined;
        if (!isSet && /^\w+-\w+$/.test(stateKey)) missed.add(asked);
        return {};
      });
    },
  },
  {
    id: 'get-of-nothing-is-unrecognised',
    fault: 'GET of an entry that was never set is refused as an unknown endpoint.',
    killedBy: killedBy('room_state', neverSet, fallBack),
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getRoomStateWithKey', ({ errcode }) =>
        errcode === 'M_NOT_FOUND' ? homeserver.wire.unknownPath('') : undefined,
      ),
  },
];
