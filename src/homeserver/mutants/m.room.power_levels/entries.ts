import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { pretend } from './pretend.ts';

const suite = 'm.room.power_levels';
const lists = killedBy(suite, 'from-version-10-events-and-notifications-hold-integers');
const users = killedBy(suite, 'users-are-an-object-of-levels-in-every-version');
const keys = killedBy(suite, 'the-keys-of-users-are-user-ids-in-every-version');

/** User ids that a homeserver may not know for such. */
const odd: readonly [id: string, words: string, isOne: (user: string) => boolean][] = [
  ['a-port', 'with a port', (user) => user.endsWith(':8448')],
  ['an-address', 'with an IPv6 address', (user) => user.endsWith(']')],
  ['capitals', 'with capitals', (user) => /^@[A-Z]/.test(user)],
  ['other-signs', 'with all the signs that there may be', (user) => user.includes('+')],
];

/** Faults that only some entries of a list of levels meet. */
export const entryMutants: readonly Mutant[] = [
  ...(
    [
      ['events', lists],
      ['notifications', lists],
      ['users', [...users, ...keys]],
    ] as const
  ).map(
    ([list, seen]): Mutant => ({
      id: `only-the-last-entry-of-${list}-is-looked-at`,
      fault: `Of the entries of ${list} only the last one has to be well-formed.`,
      killedBy: seen,
      mutate: (homeserver) =>
        pretend(homeserver, (content) => {
          const entries = content[list];
          if (!isObject(entries)) return content;
          return { ...content, [list]: Object.fromEntries(Object.entries(entries).slice(-1)) };
        }),
    }),
  ),
  ...odd.map(
    ([id, words, isOne]): Mutant => ({
      id: `users-may-not-have-keys-with-${id}`,
      fault: `User ids ${words} are refused as keys of users.`,
      killedBy: keys,
      mutate: ({ rules }) => {
        const { powerLevelsShape } = rules;
        rules.powerLevelsShape = (event, room) => {
          const named = isObject(event.content.users) ? event.content.users : {};
          if (Object.keys(named).some(isOne)) {
            throw new MatrixError(400, 'M_BAD_JSON', 'users has a key that is no user id');
          }
          powerLevelsShape(event, room);
        };
      },
    }),
  ),
];
