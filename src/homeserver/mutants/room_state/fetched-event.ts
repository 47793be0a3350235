import { isObject, type JsonObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeEventKey } from './change-event-key.ts';
import { eventOf } from './event-of.ts';

const fetched = killedBy('room_state', 'the-event-can-be-fetched-by-its-id');
const again = killedBy('room_state', 'the-same-content-again-is-accepted');
const redacted = killedBy(
  'm.room.power_levels',
  'each-level-governs-what-it-is-named-after',
  'levels-that-are-not-set-have-their-defaults',
);
const stranger = '@stranger:elsewhere.test';

/** Faults in how an event shows that is fetched by its id. */
export const fetchedEventMutants: readonly Mutant[] = [
  {
    id: 'an-event-is-fetched-with-another-sender',
    fault: 'An event that is fetched by its id shows another sender.',
    killedBy: [
      ...fetched,
      ...killedBy('room_state', 'the-same-content-by-another-member-is-accepted'),
    ],
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => ({
        ...reply,
        body: { ...(reply.body as JsonObject), sender: stranger },
      })),
  },
  {
    id: 'an-event-is-fetched-without-its-content',
    fault: 'An event that is fetched by its id has the content {}.',
    killedBy: [...fetched, ...again, ...redacted],
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => ({
        ...reply,
        body: { ...(reply.body as JsonObject), content: {} },
      })),
  },
  {
    id: 'an-event-of-a-key-is-not-found-by-its-id',
    fault: 'Only events whose key is empty or holds a slash are found by their id.',
    killedBy: [...fetched, ...again, ...redacted],
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => {
        if (isObject(reply.body) && !/^$|\//.test(String(reply.body.state_key))) {
          throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such event');
        }
        return reply;
      }),
  },
  {
    id: 'an-event-that-was-replaced-is-not-found',
    fault: 'Only events that are state still are found by their id.',
    killedBy: [
      ...fetched,
      ...killedBy(
        'room_state',
        'an-event-names-the-one-that-it-replaced',
        'an-event-shows-the-content-that-it-replaced',
        'equal-puts-at-once-are-answered-in-good-order',
        'a-redacted-entry-is-empty-and-can-be-set-again',
      ),
    ],
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => {
        const event = eventOf(homeserver, reply);
        const room = homeserver.rooms.get(event?.roomId ?? '');
        if (room && event && stateEvent(room.state, event.type, event.stateKey) !== event) {
          throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such event');
        }
        return reply;
      }),
  },
  {
    id: 'an-event-that-was-replaced-shows-what-replaced-it',
    fault: 'An event that was replaced is fetched with the content that replaced it.',
    killedBy: [
      ...fetched,
      ...killedBy('room_state', 'a-redacted-entry-is-empty-and-can-be-set-again'),
    ],
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => {
        const event = eventOf(homeserver, reply);
        const room = homeserver.rooms.get(event?.roomId ?? '');
        const newest = room && event && stateEvent(room.state, event.type, event.stateKey);
        if (newest === undefined || !isCustom(newest.type)) return reply;
        return { ...reply, body: { ...(reply.body as JsonObject), content: newest.content } };
      }),
  },
  {
    id: 'an-event-is-fetched-with-its-key-in-lower-case',
    fault: 'An event that is fetched by its id shows its key in lower case.',
    killedBy: fetched,
    mutate: (homeserver) => changeEventKey(homeserver, (key) => key.toLowerCase()),
  },
  {
    id: 'an-event-is-fetched-as-of-another-room',
    fault: 'An event that is fetched by its id shows the id of another room.',
    killedBy: fetched,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => ({
        ...reply,
        body: { ...(reply.body as JsonObject), room_id: '!elsewhere:reference.test' },
      })),
  },
];
