import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed, changeSynced } from './change-listed.ts';

type Name = 'replaces_state' | 'prev_content';
type Change = (unsigned: JsonObject, event: JsonObject) => JsonObject;

/** How an event shows in one of the views, by what a reader calls it. */
const views: Readonly<Record<string, (homeserver: Homeserver, change: Change) => void>> = {
  fetched: (homeserver, change) =>
    changeReply(homeserver, 'getOneRoomEvent', (reply) => ({
      ...reply,
      body: changed(reply.body, change),
    })),
  read: (homeserver, change) =>
    changeReply(homeserver, 'getRoomStateWithKey', (reply, { query }) =>
      query.get('format') === 'event' ? { ...reply, body: changed(reply.body, change) } : reply,
    ),
  listed: (homeserver, change) =>
    changeListed(homeserver, (event) => [changed(event, change) as JsonObject]),
  synced: (homeserver, change) =>
    changeSynced(homeserver, (event) => [changed(event, change) as JsonObject]),
};

function changed(event: unknown, change: Change): unknown {
  if (!isObject(event) || !isObject(event.unsigned) || !isCustom(String(event.type))) return event;
  return { ...event, unsigned: change(event.unsigned, event) };
}

function without(name: Name): Change {
  return ({ [name]: _, ...unsigned }) => unsigned;
}

const scenarios: Readonly<Record<Name, readonly string[]>> = {
  replaces_state: killedBy('room_state', 'an-event-names-the-one-that-it-replaced'),
  prev_content: killedBy('room_state', 'an-event-shows-the-content-that-it-replaced'),
};

/** What is shown wrongly, in whatever view. */
const wrong: readonly [id: string, fault: string, name: Name, change: Change][] = [
  [
    'an-event-names-itself-as-replaced',
    'An event names itself as the one that it replaced.',
    'replaces_state',
    (unsigned, event) => ({ ...unsigned, replaces_state: event.event_id }),
  ],
  [
    'what-replaced-nothing-names-itself',
    'An event that replaced none names itself as replaced.',
    'replaces_state',
    (unsigned, event) => ({
      ...unsigned,
      replaces_state: unsigned.replaces_state ?? event.event_id,
    }),
  ],
  [
    'an-event-shows-its-own-content-as-replaced',
    'An event shows its own content as that which it replaced.',
    'prev_content',
    (unsigned, event) => ({ ...unsigned, prev_content: event.content }),
  ],
  [
    'what-replaced-nothing-shows-an-empty-content',
    'An event that replaced none has a prev_content of {}.',
    'prev_content',
    (unsigned) => ({ ...unsigned, prev_content: unsigned.prev_content ?? {} }),
  ],
  [
    'an-empty-content-is-not-shown-as-replaced',
    'A content of {} that was replaced is not shown.',
    'prev_content',
    ({ prev_content: content, ...unsigned }) =>
      isObject(content) && Object.keys(content).length > 0
        ? { ...unsigned, prev_content: content }
        : unsigned,
  ],
  [
    'replaced-contents-are-merged',
    'The content that was replaced shows with members of the one that replaced it.',
    'prev_content',
    (unsigned, { content }) =>
      isObject(unsigned.prev_content)
        ? { ...unsigned, prev_content: { ...(content as JsonObject), ...unsigned.prev_content } }
        : unsigned,
  ],
];

/** Faults in what an event tells of the one that it replaced. */
export const replacedEventMutants: readonly Mutant[] = [
  ...Object.entries(views).flatMap(([view, change]) =>
    (['replaces_state', 'prev_content'] as const).map(
      (name): Mutant => ({
        id: `an-event-that-is-${view}-has-no-${name.replace('_', '-')}`,
        fault: `An event that is ${view} has no ${name}.`,
        killedBy: scenarios[name],
        mutate: (homeserver) => change(homeserver, without(name)),
      }),
    ),
  ),
  ...wrong.map(
    ([id, fault, name, change]): Mutant => ({
      id,
      fault,
      killedBy: scenarios[name],
      mutate: (homeserver) => {
        for (const put of Object.values(views)) put(homeserver, change);
      },
    }),
  ),
  {
    id: 'an-event-names-the-event-before-it',
    fault: 'An event names the one before it in the room as the one that it replaced.',
    killedBy: scenarios.replaces_state,
    mutate: (homeserver) => {
      const events = () => [...homeserver.rooms.values()].flatMap(({ events: all }) => all);
      for (const put of Object.values(views)) {
        put(homeserver, (unsigned, { event_id: id }) => {
          const all = events();
          const before = all[all.findIndex((one) => one.id === id) - 1];
          return { ...unsigned, replaces_state: before?.id ?? id };
        });
      }
    },
  },
];
