import { isObject, type JsonObject } from '../../events/json.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changedLevels } from './changed-levels.ts';
import { inEveryVersion } from './in-every-version.ts';
import { type NewLevels, overlookChange, refuseMore } from './overlook.ts';

const suite = 'm.room.power_levels';
const raised = killedBy(suite, 'nobody-is-raised-above-who-raises-them');
const keeps = killedBy(suite, 'an-equal-or-a-superior-keeps-their-level');
const own = killedBy(suite, 'ones-own-level-can-be-lowered-and-not-raised-again');
const creators = killedBy(suite, 'creators-are-not-among-the-users');
const byDefault = killedBy(suite, 'the-default-level-of-users-counts-as-their-own');

const usersIn = (content: JsonObject) => (isObject(content.users) ? content.users : {});

type Strict = readonly [
  id: string,
  fault: string,
  killedBy: readonly string[],
  is: (levels: NewLevels, before: JsonObject, after: JsonObject) => boolean,
];

/** Changes that are refused although they are allowed; creators and admins are spared. */
const refused: readonly Strict[] = [
  [
    'nobody-is-raised-to-ones-own-level',
    'A user may be raised to one below the sender, and not to the same level.',
    [...raised, ...byDefault],
    ({ power }, before, after) =>
      Object.entries(after).some(([user, level]) => level === power && before[user] !== level),
  ],
  [
    'nobody-below-is-raised',
    'A user who is named already may not be raised.',
    raised,
    (_, before, after) =>
      Object.entries(after).some(([user, level]) => Number(level) > Number(before[user])),
  ],
  [
    'nobody-below-is-lowered',
    'A user who is below the sender may not be lowered.',
    [...keeps, ...raised],
    ({ sender }, before, after) =>
      Object.entries(after).some(
        ([user, level]) => user !== sender && Number(level) < Number(before[user]),
      ),
  ],
  [
    'nobody-below-is-removed',
    'The level of a user who is below the sender may not be taken away.',
    keeps,
    ({ sender }, before, after) =>
      Object.keys(before).some((user) => user !== sender && !(user in after)),
  ],
  [
    'nobody-sets-levels-beside-an-equal',
    'While there is an equal of the sender, levels may not be changed.',
    keeps,
    ({ power, sender, content }, before) =>
      content.ban !== undefined &&
      Object.entries(before).some(([user, level]) => user !== sender && level === power),
  ],
  [
    'ones-own-level-is-not-lowered',
    'A user may not lower their own level.',
    [...own, ...raised, ...byDefault, ...inEveryVersion],
    ({ sender }, before, after) => Number(after[sender]) < Number(before[sender]),
  ],
  [
    'ones-own-level-is-not-removed',
    'A user may not take away their own level.',
    own,
    ({ sender }, before, after) => sender in before && !(sender in after),
  ],
  [
    'who-is-not-named-may-not-name-themselves',
    'A user who is not named may not give themselves a level.',
    byDefault,
    ({ sender }, before, after) => !(sender in before) && sender in after,
  ],
];

/** Faults in what becomes of the levels of users that may be changed, and of those who lost one. */
export const userMutants: readonly Mutant[] = [
  ...refused.map(
    ([id, fault, seen, is]): Mutant => ({
      id,
      fault,
      killedBy: seen,
      mutate: (homeserver) =>
        refuseMore(
          homeserver,
          (levels) =>
            levels.power < 100 && is(levels, usersIn(levels.current), usersIn(levels.content)),
        ),
    }),
  ),
  {
    id: 'a-level-that-was-lowered-is-remembered',
    fault: 'Levels are held against the highest that the sender ever had in the room.',
    killedBy: [
      ...own,
      ...byDefault,
      ...killedBy(suite, 'before-version-12-creators-have-the-level-that-is-set'),
    ],
    mutate: ({ rules }) => {
      const highest = new Map<string, unknown>();
      for (const rule of ['powerLevels', 'requiredPower'] as const) {
        const sound = rules[rule];
        rules[rule] = (event, room) => {
          const key = JSON.stringify([room.id, event.sender]);
          const seen = changedLevels(room, (content) => {
            const { [event.sender]: level, ...users } = usersIn(content);
            const most = Math.max(Number(highest.get(key) ?? level ?? 0), Number(level ?? 0));
            if (level !== undefined) highest.set(key, most);
            return highest.has(key)
              ? { ...content, users: { ...users, [event.sender]: most } }
              : content;
          });
          return event.type === suite ? sound(event, seen) : sound(event, room);
        };
      }
    },
  },
  {
    id: 'a-default-level-bounds-nothing',
    fault: 'Who is not named, and may set levels, may set any.',
    killedBy: [...byDefault, ...creators],
    mutate: (homeserver) => {
      for (const list of [undefined, 'users'] as const) {
        overlookChange(
          homeserver,
          list,
          ({ sender, current }) => !(sender in usersIn(current)) && sender !== 'nobody',
        );
      }
    },
  },
];
