import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changedLevels } from './changed-levels.ts';

const suite = 'm.room.power_levels';
const reach = killedBy(suite, 'levels-reach-to-the-largest-integers-and-not-beyond');

/** Has levels compared after something was done to each. */
function readAs({ rules }: Homeserver, read: (level: number) => number): void {
  const each = (value: unknown): unknown =>
    typeof value === 'number'
      ? read(value)
      : isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, each(one)]))
        : value;
  const { requiredPower } = rules;
  rules.requiredPower = (event, room) =>
    isCustom(event.type)
      ? requiredPower(
          event,
          changedLevels(room, (content) => each(content) as JsonObject),
        )
      : requiredPower(event, room);
}

/** Has some power levels refused for their numbers, or taken in spite of them. */
function judge(
  homeserver: Homeserver,
  decide: (text: string) => 'refuse' | 'take' | undefined,
): void {
  const { canonical } = homeserver.checks;
  homeserver.checks.canonical = (call, room) => {
    const isLevels = isObject(call.body.users);
    const decision = isLevels ? decide(call.text) : undefined;
    if (decision === 'refuse') throw new MatrixError(400, 'M_BAD_JSON', 'A level is too large');
    if (decision === undefined) canonical(call, room);
  };
}

/** Faults at the ends of what a level may be. */
export const rangeMutants: readonly Mutant[] = [
  {
    id: 'levels-are-compared-as-single-floats',
    fault: 'Levels are compared as floats of single precision, which large ones are alike in.',
    killedBy: reach,
    mutate: (homeserver) => readAs(homeserver, Math.fround),
  },
  {
    id: 'levels-are-compared-as-32-bit-integers',
    fault: 'Levels are compared after they are cut to 32 bits.',
    killedBy: reach,
    mutate: (homeserver) => readAs(homeserver, (level) => level | 0),
  },
  {
    id: 'negative-levels-count-as-none',
    fault: 'Levels below 0 are compared as 0.',
    killedBy: [...reach, ...killedBy(suite, 'a-level-written-as-a-float-counts-before-version-6')],
    mutate: (homeserver) => readAs(homeserver, (level) => Math.max(0, level)),
  },
  {
    id: 'the-largest-level-is-too-large',
    fault: 'A level of 2^53-1 is refused as out of range.',
    killedBy: [...reach, ...killedBy(suite, 'the-power-of-creators-has-no-end')],
    mutate: (homeserver) =>
      judge(homeserver, (text) => (/[^-]9007199254740991/.test(text) ? 'refuse' : undefined)),
  },
  {
    id: 'the-smallest-level-is-too-small',
    fault: 'A level of -(2^53-1) is refused as out of range.',
    killedBy: reach,
    mutate: (homeserver) =>
      judge(homeserver, (text) => (text.includes('-9007199254740991') ? 'refuse' : undefined)),
  },
  {
    id: 'negative-levels-are-refused',
    fault: 'A level of a user below 0 is refused as malformed.',
    killedBy: reach,
    mutate: (homeserver) =>
      judge(homeserver, (text) => (/"@[^"]+":-\d{9}/.test(text) ? 'refuse' : undefined)),
  },
  {
    id: 'levels-beyond-the-largest-integer-are-taken',
    fault: 'A level of 2^53 in a list is taken.',
    killedBy: reach,
    mutate: (homeserver) =>
      judge(homeserver, (text) => (/[^-]9007199254740992\}/.test(text) ? 'take' : undefined)),
  },
  {
    id: 'levels-below-the-smallest-integer-are-taken',
    fault: 'A level of -2^53 is taken.',
    killedBy: reach,
    mutate: (homeserver) =>
      judge(homeserver, (text) => (text.includes('-9007199254740992') ? 'take' : undefined)),
  },
];
