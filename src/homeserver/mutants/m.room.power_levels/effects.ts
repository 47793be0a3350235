import type { JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { powerOf } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';
import { changedLevels } from './changed-levels.ts';

const suite = 'm.room.power_levels';
const governs = killedBy(suite, 'each-level-governs-what-it-is-named-after');
const defaults = killedBy(suite, 'levels-that-are-not-set-have-their-defaults');
const users = [
  'an-equal-or-a-superior-keeps-their-level',
  'nobody-is-raised-above-who-raises-them',
  'ones-own-level-can-be-lowered-and-not-raised-again',
].map((scenario) => `${suite}/${scenario}`);
const creators = killedBy(suite, 'before-version-12-creators-have-the-level-that-is-set');
/** There, state_default is 0. */
const opened = killedBy('room_state', 'a-logged-out-token-is-refused');
const unnamed = killedBy(suite, 'the-default-of-users-is-what-unnamed-members-have');

/** What takes a level, and how its rule is made to see other levels. */
type Part = 'kick' | 'ban' | 'invite' | 'redact' | 'send';

const memberships = { kick: 'leave', ban: 'ban', invite: 'invite' } as const;

/** Has one thing look at other levels than the room has. */
function misread(
  homeserver: Homeserver,
  part: Part,
  change: (content: JsonObject, room: Room) => JsonObject,
): void {
  const { rules } = homeserver;
  const seen = (room: Room) => changedLevels(room, (content) => change(content, room));
  if (part === 'redact') {
    const route = routeOf(homeserver, 'redactEvent');
    const { handle } = route;
    route.handle = (call, on) => {
      const room = on.rooms.get(call.params.roomId ?? '');
      const rooms = room === undefined ? on.rooms : new Map([[room.id, seen(room)]]);
      return handle(call, { ...on, rooms });
    };
  } else if (part === 'send') {
    const sound = rules.requiredPower;
    rules.requiredPower = (event, room) =>
      event.type === suite ? sound(event, room) : sound(event, seen(room));
  } else {
    const sound = rules.membership[memberships[part]];
    rules.membership[memberships[part]] = (event, room) =>
      event.sender === event.stateKey ? sound?.(event, room) : sound?.(event, seen(room));
  }
}

/** Each level, what it is taken for instead, and who sees it. */
const mistaken: readonly [part: Part, level: string, instead: string][] = [
  ['kick', 'kick', 'ban'],
  ['ban', 'ban', 'kick'],
  ['redact', 'redact', 'ban'],
  ['invite', 'invite', 'kick'],
  ['send', 'events_default', 'users_default'],
  ['send', 'state_default', 'redact'],
];

/** Levels whose default is another one, and what it is then. */
const otherDefaults: readonly [part: Part, level: string, instead: number, ...also: string[]][] = [
  ['kick', 'kick', 0],
  ['ban', 'ban', 0],
  ['ban', 'ban', 100],
  ['redact', 'redact', 0],
  ['redact', 'redact', 100],
  ['invite', 'invite', 50],
  ['send', 'state_default', 0, ...users, ...creators],
  ['send', 'state_default', 49, ...creators],
  ['send', 'events_default', 50],
];

const spell = (name: string) => name.replaceAll('_', '-');

/** Faults in what a level is for, and in what stands in for one that is not there. */
export const effectMutants: readonly Mutant[] = [
  ...mistaken.map(
    ([part, level, instead]): Mutant => ({
      id: `${spell(level)}-is-mistaken-for-${spell(instead)}`,
      fault: `What ${level} is for is held against ${instead}.`,
      killedBy: [...governs, ...(level === 'state_default' ? opened : [])],
      mutate: (homeserver) =>
        misread(homeserver, part, (content) => ({ ...content, [level]: content[instead] })),
    }),
  ),
  ...['kick', 'ban', 'invite', 'redact', 'events_default', 'state_default'].map(
    (level): Mutant => ({
      id: `the-level-${spell(level)}-is-not-read`,
      fault: `The level ${level} has no effect, its default holds.`,
      killedBy: [...governs, ...(level === 'state_default' ? opened : [])],
      mutate: (homeserver) =>
        misread(
          homeserver,
          level in memberships || level === 'redact' ? (level as Part) : 'send',
          ({ [level]: _, ...content }) => content,
        ),
    }),
  ),
  ...otherDefaults.map(
    ([part, level, instead, ...also]): Mutant => ({
      id: `${spell(level)}-is-${instead}-by-default`,
      fault: `Where ${level} is not set, it is taken to be ${instead}.`,
      killedBy: [...defaults, ...also],
      mutate: (homeserver) =>
        misread(homeserver, part, (content) => ({ [level]: instead, ...content })),
    }),
  ),
  {
    id: 'who-may-redact-a-message-of-another-need-not-have-the-level',
    fault: 'The events of another may be redacted by who may send redactions.',
    killedBy: [...governs, ...defaults],
    mutate: (homeserver) =>
      misread(homeserver, 'redact', (content) => ({ ...content, redact: -100 })),
  },
  {
    id: 'users-default-is-not-read',
    fault: 'Who is not named has the level 0, whatever users_default is.',
    killedBy: [
      ...unnamed,
      ...killedBy('room_state', 'a-raised-power-level-of-an-event-type-holds'),
    ],
    mutate: (homeserver) =>
      misread(homeserver, 'send', ({ users_default: _, ...content }) => content),
  },
  {
    id: 'users-default-is-50-where-it-is-not-set',
    fault: 'Where users_default is not set, members have the level 50.',
    killedBy: [...unnamed, ...users],
    mutate: (homeserver) =>
      misread(homeserver, 'send', (content) => ({ users_default: 50, ...content })),
  },
  {
    id: 'users-default-is-the-least-that-members-have',
    fault: 'Who is named with less than users_default has users_default.',
    killedBy: [
      ...unnamed,
      ...defaults,
      ...killedBy(
        suite,
        'a-level-written-as-a-float-counts-before-version-6',
        'a-level-written-as-a-string-counts-before-version-10',
        'levels-reach-to-the-largest-integers-and-not-beyond',
      ),
    ],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const unnamedToo = changedLevels(room, (content) => ({ ...content, users: {} }));
        const least = powerOf(unnamedToo, event.sender);
        return least > powerOf(room, event.sender)
          ? requiredPower(event, unnamedToo)
          : requiredPower(event, room);
      };
    },
  },
];
