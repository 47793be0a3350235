import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { isUserId } from '../../rules/is-user-id.ts';
import { defaultLevels } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const suite = 'm.room.power_levels';
const scalars = killedBy(suite, 'from-version-10-each-level-is-an-integer');
const lists = killedBy(suite, 'from-version-10-events-and-notifications-hold-integers');
const keys = killedBy(suite, 'the-keys-of-users-are-user-ids-in-every-version');
const users = killedBy(suite, 'users-are-an-object-of-levels-in-every-version');

const isStrict = (version: string) => Number(version) >= 10;

/** Has the checks of form see other content than is sent. */
function pretend(
  homeserver: Homeserver,
  seen: (content: JsonObject, version: string) => JsonObject,
): void {
  const { rules, checks } = homeserver;
  const { powerLevelsShape } = rules;
  const { canonical } = checks;
  rules.powerLevelsShape = (event, room) =>
    powerLevelsShape({ ...event, content: seen(event.content, room.version) }, room);
  // A float is no canonical JSON, either.
  checks.canonical = (call, room) => {
    const { body } = call;
    const isChanged = JSON.stringify(seen(body, room.version)) !== JSON.stringify(body);
    if (!isChanged || !JSON.stringify(body).includes('.5')) canonical(call, room);
  };
}

/** Without the values of a list, or the members of the content, that are of some kind. */
function without(content: JsonObject, isHidden: (value: unknown, name: string) => boolean) {
  return Object.fromEntries(Object.entries(content).filter(([name, one]) => !isHidden(one, name)));
}

const kinds: readonly [words: string, isOne: (value: unknown) => boolean][] = [
  ['a string', (value) => typeof value === 'string' && /^\d+$/.test(value)],
  ['null', (value) => value === null],
  ['a boolean', (value) => typeof value === 'boolean'],
  ['a list', (value) => Array.isArray(value)],
  ['an object', isObject],
  ['an empty string', (value) => value === ''],
];

/** Faults in what the levels of `m.room.power_levels` may look like. */
export const shapeMutants: readonly Mutant[] = [
  ...Object.keys(defaultLevels).map(
    (name): Mutant => ({
      id: `${name.replaceAll('_', '-')}-may-be-a-string`,
      fault: `The level ${name} may be a string in rooms of every version.`,
      killedBy: scalars,
      mutate: (homeserver) =>
        pretend(homeserver, (content) =>
          without(content, (value, of) => of === name && typeof value === 'string'),
        ),
    }),
  ),
  ...kinds.map(
    ([words, isOne]): Mutant => ({
      id: `a-level-may-be-${words.replaceAll(' ', '-')}`,
      fault: `A level that stands in no list may be ${words}.`,
      killedBy: scalars,
      mutate: (homeserver) =>
        pretend(homeserver, (content) =>
          without(content, (value, name) => name in defaultLevels && isOne(value)),
        ),
    }),
  ),
  {
    id: 'a-malformed-level-is-dropped',
    fault: 'A level that is no integer is left out of the power levels, which are taken.',
    killedBy: [...scalars],
    mutate: ({ rules }) => {
      const { powerLevelsShape } = rules;
      rules.powerLevelsShape = (event, room) => {
        const content = without(
          event.content,
          (value, name) => name in defaultLevels && !Number.isInteger(value),
        );
        powerLevelsShape({ ...event, content }, room);
      };
    },
  },
  ...(['events', 'notifications'] as const).flatMap((list): readonly Mutant[] => [
    {
      id: `${list}-may-hold-strings`,
      fault: `A level in ${list} may be a string in rooms of every version.`,
      killedBy: lists,
      mutate: (homeserver) =>
        pretend(homeserver, (content) => {
          const entries = content[list];
          if (!isObject(entries)) return content;
          return { ...content, [list]: without(entries, (one) => typeof one === 'string') };
        }),
    },
    {
      id: `${list}-are-looked-at-as-a-list-alone`,
      fault: `The values of ${list} may be anything.`,
      killedBy: lists,
      mutate: (homeserver) =>
        pretend(homeserver, (content) =>
          isObject(content[list]) ? { ...content, [list]: {} } : content,
        ),
    },
    {
      id: `${list}-may-be-no-object`,
      fault: `What is no object in place of ${list} is taken.`,
      killedBy: lists,
      mutate: (homeserver) =>
        pretend(homeserver, (content) =>
          isObject(content[list]) ? content : without(content, (_, name) => name === list),
        ),
    },
    {
      id: `${list}-may-be-an-array`,
      fault: `An array in place of ${list} is taken.`,
      killedBy: lists,
      mutate: (homeserver) =>
        pretend(homeserver, (content) =>
          without(content, (value, name) => name === list && Array.isArray(value)),
        ),
    },
  ]),
  {
    id: 'users-may-have-any-keys',
    fault: 'The keys of users are not looked at.',
    killedBy: keys,
    mutate: (homeserver) =>
      pretend(homeserver, (content) =>
        isObject(content.users)
          ? { ...content, users: without(content.users, (_, key) => !isUserId(key)) }
          : content,
      ),
  },
  ...(
    [
      ['that-only-begin-like-user-ids', 'that begin with @', (key) => key.startsWith('@')],
      ['with-a-domain-alone', 'with a colon', (key) => key.includes(':')],
      ['that-are-empty', 'that are empty', (key) => key === ''],
      ['that-are-localparts', 'of letters', (key) => /^\w+$/.test(key)],
    ] satisfies [string, string, (key: string) => boolean][]
  ).map(
    ([id, words, isTaken]): Mutant => ({
      id: `users-may-have-keys-${id}`,
      fault: `Keys of users ${words} are taken for user ids.`,
      killedBy: keys,
      mutate: (homeserver) =>
        pretend(homeserver, (content) =>
          isObject(content.users)
            ? {
                ...content,
                users: without(content.users, (_, key) => !isUserId(key) && isTaken(key)),
              }
            : content,
        ),
    }),
  ),
  ...kinds.map(
    ([words, isOne]): Mutant => ({
      id: `the-level-of-a-user-may-be-${words.replaceAll(' ', '-')}`,
      fault: `The level of a user may be ${words}.`,
      killedBy: users,
      mutate: (homeserver) =>
        pretend(homeserver, (content, version) =>
          isObject(content.users) && (words !== 'a string' || isStrict(version))
            ? { ...content, users: without(content.users, isOne) }
            : content,
        ),
    }),
  ),
  {
    id: 'users-may-be-no-object',
    fault: 'Users that are no object are taken for none.',
    killedBy: users,
    mutate: (homeserver) =>
      pretend(homeserver, (content) =>
        isObject(content.users) ? content : without(content, (_, name) => name === 'users'),
      ),
  },
  {
    id: 'users-are-not-looked-at-before-version-10',
    fault: 'The form of users is looked at from room version 10 only.',
    killedBy: [...users, ...keys],
    mutate: (homeserver) =>
      pretend(homeserver, (content, version) =>
        isStrict(version) ? content : without(content, (_, name) => name === 'users'),
      ),
  },
  {
    id: 'users-with-bad-keys-break-the-homeserver',
    fault: 'A key of users that is no user id is answered with 500.',
    killedBy: keys,
    mutate: ({ rules }) => {
      const { powerLevelsShape } = rules;
      rules.powerLevelsShape = (event, room) => {
        const { users: named } = event.content;
        if (isObject(named) && !Object.keys(named).every(isUserId)) {
          throw new MatrixError(500, 'M_UNKNOWN', 'Internal server error');
        }
        powerLevelsShape(event, room);
      };
    },
  },
];
