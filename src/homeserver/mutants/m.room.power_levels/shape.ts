import { isObject } from '../../events/json.ts';
import { defaultLevels } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { noLevels } from './no-levels.ts';
import { pretend } from './pretend.ts';
import { without } from './without.ts';

const suite = 'm.room.power_levels';
const scalars = killedBy(suite, 'from-version-10-each-level-is-an-integer');
const lists = killedBy(suite, 'from-version-10-events-and-notifications-hold-integers');

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
  ...noLevels.map(
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
];
