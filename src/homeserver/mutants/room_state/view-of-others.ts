import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed, changeSynced } from './change-listed.ts';

const listed = killedBy('room_state', 'the-event-shows-in-the-full-state');
const fetched = killedBy('room_state', 'the-event-can-be-fetched-by-its-id');
const synced = killedBy('room_state', 'the-event-shows-in-sync');

/** The event of an id, and that of the entry's first event: who began an entry is not who sent it. */
function beginner({ rooms }: Homeserver, id: unknown): string | undefined {
  const all = [...rooms.values()].flatMap(({ events }) => events);
  let event = all.find((one) => one.id === id);
  while (event?.replaced !== undefined) event = event.replaced;
  return event?.sender;
}

function asOfBeginner(homeserver: Homeserver): (event: JsonObject) => readonly JsonObject[] {
  return (event) => [{ ...event, sender: beginner(homeserver, event.event_id) ?? event.sender }];
}

/** Changes the events of custom types that stand before the timelines of `GET /sync`. */
function changeStateBefore(
  homeserver: Homeserver,
  change: (event: JsonObject) => readonly JsonObject[],
): void {
  const inState = (value: unknown, isState: boolean): unknown => {
    if (Array.isArray(value)) {
      if (!isState) return value;
      return value.flatMap((event: unknown): readonly unknown[] =>
        isObject(event) && isCustom(String(event.type)) ? change(event) : [event],
      );
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        inState(member, isState || name === 'state'),
      ]),
    );
  };
  changeReply(homeserver, 'sync', (reply) => ({ ...reply, body: inState(reply.body, false) }));
}

/** Faults in events of other members, and in the state before a timeline. */
export const viewOfOthersMutants: readonly Mutant[] = [
  {
    id: 'the-full-state-shows-who-began-an-entry',
    fault: 'The full state shows who wrote an entry first as the sender of its event.',
    killedBy: listed,
    mutate: (homeserver) => changeListed(homeserver, asOfBeginner(homeserver)),
  },
  {
    id: 'sync-shows-who-began-an-entry',
    fault: 'Sync shows who wrote an entry first as the sender of its event.',
    killedBy: synced,
    mutate: (homeserver) => changeSynced(homeserver, asOfBeginner(homeserver)),
  },
  {
    id: 'an-event-is-fetched-as-of-who-began-the-entry',
    fault: 'An event that is fetched by its id shows who wrote the entry first as its sender.',
    killedBy: fetched,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => {
        const event = reply.body as JsonObject;
        if (!isCustom(String(event.type))) return reply;
        return { ...reply, body: asOfBeginner(homeserver)(event)[0] };
      }),
  },
  {
    id: 'the-state-before-a-timeline-has-no-custom-types',
    fault: 'The state before a timeline holds the types of the specification only.',
    killedBy: synced,
    mutate: (homeserver) => changeStateBefore(homeserver, () => []),
  },
  {
    id: 'the-state-before-a-timeline-is-stale',
    fault: 'The state before a timeline shows the contents that were replaced.',
    killedBy: synced,
    mutate: (homeserver) =>
      changeStateBefore(homeserver, ({ unsigned, ...event }) => [
        { ...event, content: isObject(unsigned) ? (unsigned.prev_content ?? {}) : {} },
      ]),
  },
];
