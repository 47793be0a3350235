import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { isUserId } from '../../rules/is-user-id.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { noLevels } from './no-levels.ts';
import { pretend } from './pretend.ts';
import { without } from './without.ts';

const suite = 'm.room.power_levels';
const keys = killedBy(suite, 'the-keys-of-users-are-user-ids-in-every-version');
const users = killedBy(suite, 'users-are-an-object-of-levels-in-every-version');

const isStrict = (version: string) => Number(version) >= 10;

/** Faults in what the users in `m.room.power_levels` may look like. */
export const shapeOfUsersMutants: readonly Mutant[] = [
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
  ...noLevels.map(
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
