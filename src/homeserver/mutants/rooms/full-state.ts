import { isObject, type JsonObject } from '../../events/json.ts';
import { clientEventWithRoom } from '../../rooms/client-event.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed, shownMembership } from './change-listed.ts';

const once = killedBy('rooms', 'the-full-state-has-each-entry-once');
const listed = killedBy('rooms', 'members-are-listed-with-their-membership');

function isEmpty(content: unknown): boolean {
  return isObject(content) && Object.keys(content).length === 0;
}

/** Leaves a type out of the full state. */
function without(type: string): Mutant {
  return {
    id: `the-full-state-leaves-out-${type.replaceAll(/[._]/g, '-')}`,
    fault: `The full state lists no ${type}.`,
    killedBy: once,
    mutate: (homeserver) =>
      changeListed(homeserver, 'getRoomState', (event) => (event.type === type ? [] : [event])),
  };
}

/** Changes the events of one type in the full state. */
function changed(
  id: string,
  fault: string,
  type: string,
  change: (event: JsonObject) => readonly JsonObject[],
): Mutant {
  return {
    id: `the-full-state-${id}`,
    fault: `The full state ${fault}.`,
    killedBy: once,
    mutate: (homeserver) =>
      changeListed(homeserver, 'getRoomState', (event) =>
        event.type === type ? change(event) : [event],
      ),
  };
}

/** Faults in which entries the full state lists. */
export const fullStateMutants: readonly Mutant[] = [
  ...['m.room.create', 'm.room.power_levels', 'm.room.join_rules', 'm.room.name'].map(without),
  changed('lists-the-topic-twice', 'lists the topic twice', 'm.room.topic', (event) => [
    event,
    event,
  ]),
  changed(
    'shows-the-topic-before',
    'shows the topic that was replaced',
    'm.room.topic',
    ({ unsigned, ...event }) => [
      { ...event, content: isObject(unsigned) ? (unsigned.prev_content ?? {}) : {} },
    ],
  ),
  changed(
    'shows-empty-levels',
    'shows power levels without their content',
    'm.room.power_levels',
    (event) => [{ ...event, content: {} }],
  ),
  changed(
    'shows-the-name-of-another-room',
    'shows the name as of another room',
    'm.room.name',
    (event) => [{ ...event, room_id: '!elsewhere:reference.test' }],
  ),
  {
    id: 'the-full-state-lists-redactions',
    fault: 'The full state lists redactions, which are no state.',
    killedBy: once,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomState', (reply, { params }) => {
        const events = homeserver.rooms.get(params.roomId ?? '')?.events ?? [];
        const more = events.filter(({ type }) => type === 'm.room.redaction');
        const body = Array.isArray(reply.body) ? reply.body : [];
        return { ...reply, body: [...body, ...more.map(clientEventWithRoom)] };
      }),
  },
  {
    id: 'a-redaction-takes-the-next-entries-away',
    fault: 'Entries that replace a redacted one are not in the full state.',
    killedBy: once,
    mutate: (homeserver) => {
      const { list } = homeserver.state;
      homeserver.state.list = (state) =>
        list(state).filter((one) => {
          for (let at = one.replaced; at !== undefined; at = at.replaced)
            if (at.redactedBecause !== undefined) return false;
          return true;
        });
    },
  },
  {
    id: 'the-full-state-leaves-out-what-is-empty',
    fault: 'The full state lists no entries whose content is {}.',
    killedBy: once,
    mutate: (homeserver) =>
      changeListed(homeserver, 'getRoomState', (event) => (isEmpty(event.content) ? [] : [event])),
  },
  {
    id: 'the-full-state-leaves-out-what-was-emptied',
    fault: 'The full state lists no entries whose content has become {}.',
    killedBy: once,
    mutate: (homeserver) =>
      changeListed(homeserver, 'getRoomState', (event) =>
        isEmpty(event.content) && event.state_key === 'emptied' ? [] : [event],
      ),
  },
  {
    id: 'the-full-state-leaves-out-who-left',
    fault: 'The full state lists no members who left.',
    killedBy: [...once, ...listed],
    mutate: (homeserver) =>
      changeListed(homeserver, 'getRoomState', (event) =>
        shownMembership(event) === 'leave' ? [] : [event],
      ),
  },
  ...(['invite', 'ban'] as const).map(
    (membership): Mutant => ({
      id: `the-full-state-leaves-out-members-with-${membership}`,
      fault: `The full state lists no members with the membership ${membership}.`,
      killedBy: listed,
      mutate: (homeserver) =>
        changeListed(homeserver, 'getRoomState', (event) =>
          shownMembership(event) === membership ? [] : [event],
        ),
    }),
  ),
];
