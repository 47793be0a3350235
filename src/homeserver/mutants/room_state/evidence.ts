import { isObject, type JsonObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed, changeSynced } from './change-listed.ts';

const listed = killedBy('room_state', 'the-event-shows-in-the-full-state');
const fetched = killedBy('room_state', 'the-event-can-be-fetched-by-its-id');
const synced = killedBy('room_state', 'the-event-shows-in-sync');
const stranger = '@stranger:elsewhere.test';

/** Faults in how an event shows elsewhere than in the GET of its entry. */
export const evidenceMutants: readonly Mutant[] = [
  {
    id: 'the-full-state-lists-an-entry-twice',
    fault: 'The full state lists the event that was replaced beside the one that replaced it.',
    killedBy: listed,
    mutate: ({ state }) => {
      const { list } = state;
      state.list = (from) =>
        list(from).flatMap((one) => (one.replaced ? [one, one.replaced] : one));
    },
  },
  {
    id: 'the-full-state-lists-no-custom-types',
    fault: 'The full state lists the types of the specification only.',
    killedBy: listed,
    mutate: (homeserver) => changeListed(homeserver, () => []),
  },
  {
    id: 'the-full-state-has-another-sender',
    fault: 'The full state shows another sender.',
    killedBy: listed,
    mutate: (homeserver) => changeListed(homeserver, (event) => [{ ...event, sender: stranger }]),
  },
  {
    id: 'the-full-state-has-other-event-ids',
    fault: 'The full state shows event ids of its own.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, (event) => [{ ...event, event_id: `${event.event_id}-state` }]),
  },
  {
    id: 'the-full-state-has-the-content-before',
    fault: 'The full state shows the content that was replaced.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, ({ unsigned, ...event }) => [
        { ...event, content: isObject(unsigned) ? (unsigned.prev_content ?? {}) : {} },
      ]),
  },
  {
    id: 'an-event-is-fetched-with-another-sender',
    fault: 'An event that is fetched by its id shows another sender.',
    killedBy: fetched,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => ({
        ...reply,
        body: { ...(reply.body as JsonObject), sender: stranger },
      })),
  },
  {
    id: 'an-event-is-fetched-without-its-content',
    fault: 'An event that is fetched by its id has the content {}.',
    killedBy: fetched,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => ({
        ...reply,
        body: { ...(reply.body as JsonObject), content: {} },
      })),
  },
  {
    id: 'an-event-of-a-key-is-not-found-by-its-id',
    fault: 'Only events whose key is empty or holds a slash are found by their id.',
    killedBy: fetched,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => {
        if (isObject(reply.body) && !/^$|\//.test(String(reply.body.state_key))) {
          throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such event');
        }
        return reply;
      }),
  },
  {
    id: 'sync-leaves-out-custom-types',
    fault: 'Sync tells the types of the specification only.',
    killedBy: synced,
    mutate: (homeserver) => changeSynced(homeserver, () => []),
  },
  {
    id: 'sync-shows-another-sender',
    fault: 'Sync shows another sender.',
    killedBy: synced,
    mutate: (homeserver) => changeSynced(homeserver, (event) => [{ ...event, sender: stranger }]),
  },
  {
    id: 'sync-shows-other-event-ids',
    fault: 'Sync shows event ids of its own.',
    killedBy: synced,
    mutate: (homeserver) =>
      changeSynced(homeserver, (event) => [{ ...event, event_id: `${event.event_id}-sync` }]),
  },
  {
    id: 'sync-leaves-out-the-state-key',
    fault: 'Sync shows state events without their key, as if they were messages.',
    killedBy: synced,
    mutate: (homeserver) => changeSynced(homeserver, ({ state_key: _, ...event }) => [event]),
  },
];
