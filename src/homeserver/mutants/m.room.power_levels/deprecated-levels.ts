import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changedLevels } from './changed-levels.ts';

const suite = 'm.room.power_levels';
const strings = killedBy(suite, 'a-level-written-as-a-string-counts-before-version-10');
const floats = killedBy(suite, 'a-level-written-as-a-float-counts-before-version-6');

/** Has levels that are no integers read in another way when state is sent. */
function readAs({ rules }: Homeserver, read: (level: string | number) => unknown): void {
  const each = (value: unknown): unknown => {
    if (isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, each(one)]));
    }
    const isDeprecated = typeof value === 'string' || !Number.isInteger(value);
    return isDeprecated ? read(value as string | number) : value;
  };
  const { requiredPower } = rules;
  rules.requiredPower = (event, room) =>
    event.type === suite
      ? requiredPower(event, room)
      : requiredPower(
          event,
          changedLevels(room, (content) => each(content) as JsonObject),
        );
}

const ofStrings: readonly [id: string, fault: string, read: (text: string) => unknown][] = [
  ['count-as-0', 'A level in a string counts as 0.', () => 0],
  ['count-as-none', 'A level in a string counts as one that is not set.', () => undefined],
  [
    'with-leading-zeros-are-octal',
    'A level in a string with leading zeros is read as an octal number.',
    (text) => (/^0\d/.test(text) ? Number.parseInt(text, 8) : text),
  ],
  [
    'with-a-plus-count-as-0',
    'A level in a string with a plus sign counts as 0.',
    (text) => (text.startsWith('+') ? 0 : text),
  ],
  [
    'with-white-space-count-as-0',
    'A level in a string with white space around it counts as 0.',
    (text) => (/^ \d/.test(text) ? 0 : text),
  ],
  [
    'lose-their-minus',
    'A level in a string that is below 0 loses its sign.',
    (text) => (text.startsWith('-') ? text.slice(1) : text),
  ],
  [
    'have-one-digit',
    'Of a level in a string the first digit alone is read.',
    (text) => text.replace(/(\d)\d$/, '$1'),
  ],
];

const ofFloats: readonly [id: string, fault: string, read: (level: number) => unknown][] = [
  ['are-rounded', 'A level that is a float is rounded to the nearest integer.', Math.round],
  ['are-rounded-down', 'A level that is a float is rounded down, also below 0.', Math.floor],
  ['are-rounded-up', 'A level that is a float above 0 is rounded up.', (n) => Math.ceil(n)],
  ['count-as-0', 'A level that is a float counts as 0.', () => 0],
  ['count-as-none', 'A level that is a float counts as one that is not set.', () => undefined],
];

/** Faults in how levels are read that are written as they may be in old rooms. */
export const deprecatedLevelMutants: readonly Mutant[] = [
  ...ofStrings.map(
    ([id, fault, read]): Mutant => ({
      id: `levels-in-strings-${id}`,
      fault,
      killedBy: strings,
      mutate: (homeserver) =>
        readAs(homeserver, (level) => (typeof level === 'string' ? read(level) : level)),
    }),
  ),
  ...ofFloats.map(
    ([id, fault, read]): Mutant => ({
      id: `levels-that-are-floats-${id}`,
      fault,
      killedBy: floats,
      mutate: (homeserver) =>
        readAs(homeserver, (level) => (typeof level === 'number' ? read(level) : level)),
    }),
  ),
  {
    id: 'levels-in-strings-break-the-homeserver',
    fault: 'A level that is a string is answered with 500.',
    killedBy: strings,
    mutate: ({ rules }) => {
      const { powerLevelsShape } = rules;
      rules.powerLevelsShape = (event, room) => {
        const { users = {} } = event.content;
        const hasString = Object.values(users ?? {}).includes('000050');
        if (hasString) throw new MatrixError(500, 'M_UNKNOWN', 'Internal server error');
        powerLevelsShape(event, room);
      };
    },
  },
];
