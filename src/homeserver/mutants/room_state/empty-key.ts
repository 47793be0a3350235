import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { type Call, ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { slotOf, stateEvent } from '../../rooms/room-state.ts';
import { changeCall } from '../change-call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeEventKey } from './change-event-key.ts';

const writing = 'the-trailing-slash-is-optional-when-writing-the-empty-key';
const reading = 'the-trailing-slash-is-optional-when-reading-the-empty-key';
const notPart = 'the-slash-is-not-part-of-the-key';
const encoded = 'an-encoded-slash-is-a-key-of-its-own';
const fallBack = 'a-key-does-not-fall-back-to-the-empty-key';
const neverSet = 'an-entry-that-was-never-set-is-not-found';

/** A path that ends with the type has no state key at all. */
function isWithoutSlash({ params }: Call): boolean {
  return params.stateKey === undefined;
}

/** The entry of the empty key of the type in a call. */
function emptyEntry({ rooms }: Homeserver, { params }: Call): RoomEvent | undefined {
  const room = rooms.get(params.roomId ?? '');
  return room && stateEvent(room.state, params.eventType ?? '', '');
}

/** Faults around the empty key, its slash, and keys that were never set. */
export const emptyKeyMutants: readonly Mutant[] = [
  {
    id: 'put-without-the-slash-is-not-kept',
    fault: 'A PUT without the trailing slash makes an event, but leaves the state as it was.',
    killedBy: killedBy('room_state', writing),
    mutate: (homeserver) =>
      changeReply(homeserver, 'setRoomStateWithKey', (reply, call) => {
        const written = emptyEntry(homeserver, call);
        const state = homeserver.rooms.get(written?.roomId ?? '')?.state;
        if (isWithoutSlash(call) && written?.replaced && state) {
          state.set(slotOf(written.type, ''), written.replaced);
        }
        return reply;
      }),
  },
  {
    id: 'put-without-the-slash-is-unknown',
    fault: 'There is no PUT without the trailing slash.',
    killedBy: killedBy('room_state', writing, notPart),
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', (call) => {
        if (isWithoutSlash(call)) throw homeserver.wire.unknownPath('');
        return {};
      }),
  },
  {
    id: 'put-without-the-slash-writes-another-key',
    fault: 'A PUT without the trailing slash writes the key "undefined".',
    killedBy: killedBy('room_state', writing, notPart),
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', (call) =>
        isWithoutSlash(call) ? { params: { ...call.params, stateKey: 'undefined' } } : {},
      ),
  },
  {
    id: 'get-without-the-slash-is-unknown',
    fault: 'There is no GET without the trailing slash.',
    killedBy: killedBy('room_state', reading),
    mutate: (homeserver) =>
      changeCall(homeserver, 'getRoomStateWithKey', (call) => {
        if (isWithoutSlash(call)) throw homeserver.wire.unknownPath('');
        return {};
      }),
  },
  {
    id: 'get-without-the-slash-answers-the-event',
    fault: 'A GET without the trailing slash answers the whole event in place of its content.',
    killedBy: killedBy('room_state', reading),
    mutate: (homeserver) =>
      changeCall(homeserver, 'getRoomStateWithKey', (call) =>
        isWithoutSlash(call) ? { query: new URLSearchParams('format=event') } : {},
      ),
  },
  {
    id: 'the-slash-shows-in-the-key',
    fault: 'The event of the empty key shows the slash of the path as its key.',
    killedBy: killedBy('room_state', notPart),
    mutate: (homeserver) => changeEventKey(homeserver, (key) => key || '/'),
  },
  {
    id: 'an-empty-key-is-left-out',
    fault: 'The event of the empty key shows no state key, as if it were a message.',
    killedBy: killedBy('room_state', notPart),
    mutate: (homeserver) => changeEventKey(homeserver, (key) => key || undefined),
  },
  {
    id: 'an-encoded-slash-is-trimmed',
    fault: 'Slashes at the end of a path are trimmed after decoding: the key "/" is the empty one.',
    killedBy: killedBy('room_state', encoded),
    mutate: (homeserver) => {
      for (const operation of ['setRoomStateWithKey', 'getRoomStateWithKey']) {
        changeCall(homeserver, operation, ({ params }) =>
          params.stateKey === '/' ? { params: { ...params, stateKey: '' } } : {},
        );
      }
    },
  },
  {
    id: 'an-encoded-slash-is-no-key',
    fault: 'The key "/" is refused.',
    killedBy: killedBy('room_state', encoded),
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', ({ params }) => {
        if (params.stateKey !== '/') return {};
        throw new MatrixError(400, 'M_INVALID_PARAM', 'This is no state key');
      }),
  },
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
    killedBy: killedBy('room_state', neverSet),
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getRoomStateWithKey', ({ errcode }, call) =>
        errcode === 'M_NOT_FOUND' && !emptyEntry(homeserver, call) ? ok({}) : undefined,
      ),
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
