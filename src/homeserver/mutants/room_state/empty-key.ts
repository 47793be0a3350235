import type { Call } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeEventKey } from './change-event-key.ts';
import { emptyEntry } from './empty-entry.ts';
import { eventOf } from './event-of.ts';

const writing = 'the-trailing-slash-is-optional-when-writing-the-empty-key';
const reading = 'the-trailing-slash-is-optional-when-reading-the-empty-key';
const notPart = 'the-slash-is-not-part-of-the-key';
const encoded = 'an-encoded-slash-is-a-key-of-its-own';
const fetched = 'the-event-can-be-fetched-by-its-id';
const noToken = 'a-request-without-a-token-is-refused';

/** A path that ends with the type has no state key at all. A type that ends in a slash is spared. */
function isWithoutSlash({ params }: Call): boolean {
  return params.stateKey === undefined && params.eventType?.endsWith('/') === false;
}

/** Faults around the empty key and its slash. */
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
    id: 'a-topic-without-the-slash-has-a-key-of-its-own',
    fault: 'A PUT of the topic without the trailing slash writes the key "/".',
    killedBy: killedBy('room_state', writing),
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', (call) => {
        const isTopic = call.params.eventType === 'm.room.topic' && isWithoutSlash(call);
        return isTopic ? { params: { ...call.params, stateKey: '/' } } : {};
      }),
  },
  {
    id: 'put-without-the-slash-is-unknown',
    fault: 'There is no PUT without the trailing slash.',
    killedBy: killedBy(
      'room_state',
      writing,
      notPart,
      noToken,
      'a-member-below-the-power-level-may-not-set-state',
      'post-is-not-supported',
      'an-unknown-method-is-refused',
    ),
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
    killedBy: killedBy('room_state', reading, noToken, 'a-locked-user-is-refused'),
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
    killedBy: killedBy('room_state', notPart, fetched),
    mutate: (homeserver) => changeEventKey(homeserver, (key) => key || '/'),
  },
  {
    id: 'an-empty-key-is-left-out',
    fault: 'The event of the empty key shows no state key, as if it were a message.',
    killedBy: killedBy('room_state', notPart, fetched),
    mutate: (homeserver) => changeEventKey(homeserver, (key) => key || undefined),
  },
  ...(
    [
      ['has-no-key', 'has no state key, as if it were a message', undefined],
      ['has-a-slash-for-its-key', 'has a slash for its key', '/'],
    ] as const
  ).map(
    ([id, fault, key]): Mutant => ({
      id: `what-is-put-without-the-slash-${id}`,
      fault: `The event of a PUT without the trailing slash ${fault}.`,
      killedBy: killedBy('room_state', notPart),
      mutate: (homeserver) => {
        const put = new Set<unknown>();
        changeReply(homeserver, 'setRoomStateWithKey', (reply, call) => {
          if (isWithoutSlash(call)) put.add(eventOf(homeserver, reply)?.id);
          return reply;
        });
        changeEventKey(homeserver, (sound, id) => (put.has(id) ? key : sound));
      },
    }),
  ),
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
];
