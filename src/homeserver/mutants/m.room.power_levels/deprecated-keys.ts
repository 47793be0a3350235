import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changedLevels } from './changed-levels.ts';
import { type MisreadPart, misread } from './misread.ts';
import { without } from './without.ts';

const suite = 'm.room.power_levels';
const strings = killedBy(suite, 'a-level-written-as-a-string-counts-before-version-10');
const floats = killedBy(suite, 'a-level-written-as-a-float-counts-before-version-6');

const isText = (value: unknown) => typeof value === 'string';
const isFloat = (value: unknown) => typeof value === 'number' && !Number.isInteger(value);

/** Each level that stands in no list, and what it is for. */
const scalars: readonly [part: MisreadPart, name: string][] = [
  ['kick', 'kick'],
  ['ban', 'ban'],
  ['invite', 'invite'],
  ['redact', 'redact'],
  ['send', 'state_default'],
  ['send', 'events_default'],
  ['send', 'users_default'],
];

/** Has the rule of who may change which level see other levels in the room. */
function misguard({ rules }: Homeserver, change: (content: JsonObject) => JsonObject): void {
  const { powerLevels } = rules;
  rules.powerLevels = (event, room) => powerLevels(event, changedLevels(room, change));
}

const listed = (list: string) => (content: JsonObject) =>
  isObject(content[list]) ? { ...content, [list]: without(content[list], isText) } : content;

const unguarded: readonly [what: string, change: (content: JsonObject) => JsonObject][] = [
  ['outside of lists', (content) => without(content, isText)],
  ['of event types', listed('events')],
  ['of users', listed('users')],
];

/** Faults in how levels of one kind are read that are written as they may be in old rooms. */
export const deprecatedKeyMutants: readonly Mutant[] = [
  ...scalars.flatMap(([part, name]) =>
    (
      [
        ['a string', isText, strings],
        ['a float', isFloat, floats],
      ] as const
    ).map(
      ([what, isOne, seen]): Mutant => ({
        id: `${name.replace('_', '-')}-counts-as-none-as-${what.replace(' ', '-')}`,
        fault: `The level ${name} counts as one that is not set where it is ${what}.`,
        killedBy: seen,
        mutate: (homeserver) =>
          misread(homeserver, part, (content) =>
            without(content, (value, of) => of === name && isOne(value)),
          ),
      }),
    ),
  ),
  ...unguarded.map(
    ([what, change]): Mutant => ({
      id: `strings-${what.replaceAll(' ', '-')}-are-not-guarded`,
      fault: `Levels ${what} that are strings may be changed by whoever may set levels.`,
      killedBy: strings,
      mutate: (homeserver) => misguard(homeserver, change),
    }),
  ),
  {
    id: 'a-string-is-set-at-will',
    fault: 'A level that is sent as a string is not held against the own one.',
    killedBy: strings,
    mutate: ({ rules }) => {
      const { powerLevels } = rules;
      rules.powerLevels = (event, room) =>
        powerLevels({ ...event, content: without(event.content, isText) }, room);
    },
  },
  {
    id: 'strings-are-compared-as-texts',
    fault: 'A level of a user that is a string of one digit is above all of two digits.',
    killedBy: strings,
    mutate: (homeserver) =>
      misguard(homeserver, (content) => {
        const users = isObject(content.users) ? Object.entries(content.users) : [];
        const read = users.map(([user, level]) => [user, level === '9' ? 99 : level]);
        return { ...content, users: Object.fromEntries(read) };
      }),
  },
];
