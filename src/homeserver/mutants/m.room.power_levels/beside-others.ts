import { isObject, type JsonObject } from '../../events/json.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { type NewLevels, overlook, refuseMore } from './overlook.ts';

const suite = 'm.room.power_levels';
const scalars = killedBy(suite, 'nobody-changes-a-level-that-is-above-their-own');
const events = killedBy(suite, 'levels-of-event-types-are-changed-up-to-ones-own');
const notifications = killedBy(suite, 'levels-of-notifications-are-changed-up-to-ones-own');
const keeps = killedBy(suite, 'an-equal-or-a-superior-keeps-their-level');
const raised = killedBy(suite, 'nobody-is-raised-above-who-raises-them');
const byDefault = killedBy(suite, 'the-default-level-of-users-counts-as-their-own');

type List = 'events' | 'notifications' | 'users';

const listIn = (content: JsonObject, list: List | undefined): JsonObject => {
  const found = list === undefined ? content : content[list];
  return isObject(found) ? found : {};
};

/** New levels of a list of which one change alone is left. */
function oneChange({ content, current }: NewLevels, list: List, which: 0 | -1): JsonObject {
  const [before, after] = [listIn(current, list), listIn(content, list)];
  const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
  const taken = Object.keys(before).filter((name) => !(name in after));
  const [only] = changed.slice(which);
  // Where some are taken away, it is another matter.
  if (only === undefined || taken.length > 0) return content;
  return { ...content, [list]: { ...before, [only]: after[only] } };
}

/** Faults in what is held against the own level where there is more than one change, or none. */
export const besideOthersMutants: readonly Mutant[] = [
  ...(
    [
      ['events', events, events],
      ['notifications', notifications, notifications],
      ['users', raised, raised],
    ] as const
  ).flatMap(([list, ...seen]) =>
    ([0, -1] as const).map(
      (which, index): Mutant => ({
        id: `only-the-${which === 0 ? 'first' : 'last'}-change-of-${list}-counts`,
        fault: `Of several changes of ${list} the ${which === 0 ? 'first' : 'last'} alone is held against the own level.`,
        killedBy: seen[index] ?? [],
        mutate: (homeserver) => overlook(homeserver, (levels) => oneChange(levels, list, which)),
      }),
    ),
  ),
  ...(
    [
      [undefined, scalars],
      ['events', events],
      ['notifications', notifications],
      ['users', keeps],
    ] as const
  ).map(
    ([list, seen]): Mutant => ({
      id: `what-is-above-stays-in-the-way-${list === undefined ? 'outside-of-lists' : `in-${list}`}`,
      fault: `Levels are refused where one ${list === undefined ? 'outside of lists' : `in ${list}`} is above the own and stays so.`,
      killedBy: seen,
      mutate: (homeserver) =>
        refuseMore(homeserver, ({ content, current, power }) => {
          const [before, after] = [listIn(current, list), listIn(content, list)];
          return Object.entries(after).some(
            ([name, level]) => Number(level) > power && before[name] === level && power < 100,
          );
        }),
    }),
  ),
  ...(
    [
      ['left-out', ({ users }) => users === undefined],
      ['empty', ({ users }) => Object.keys(listIn({ users }, 'users')).length === 0],
    ] satisfies [string, (content: JsonObject) => boolean][]
  ).map(
    ([how, isGone]): Mutant => ({
      id: `users-that-are-${how}-are-not-compared`,
      fault: `The levels of all users may be taken away at once where users are ${how.replace('-', ' ')}.`,
      killedBy: keeps,
      mutate: (homeserver) =>
        overlook(homeserver, ({ content, current }) =>
          isGone(content) ? { ...content, users: listIn(current, 'users') } : content,
        ),
    }),
  ),
  {
    id: 'who-is-an-equal-by-default-is-not-lowered',
    fault:
      'Who is not named and has the level of the sender by default may not be given a lower one.',
    killedBy: byDefault,
    mutate: (homeserver) =>
      refuseMore(homeserver, ({ content, current, power, sender }) => {
        const [before, after] = [listIn(current, 'users'), listIn(content, 'users')];
        return Object.entries(after).some(
          ([user, level]) =>
            user !== sender &&
            before[user] === undefined &&
            current.users_default === power &&
            Number(level) < power,
        );
      }),
  },
];
