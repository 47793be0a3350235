import { defaultLevels } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { inEveryVersion } from './in-every-version.ts';
import { overlookChange, refuseMore } from './overlook.ts';

const sets = killedBy('m.room.power_levels', 'nobody-sets-a-level-above-their-own');
const changes = killedBy('m.room.power_levels', 'nobody-changes-a-level-that-is-above-their-own');
const names = Object.keys(defaultLevels);
const byDefault = killedBy('m.room.power_levels', 'the-default-level-of-users-counts-as-their-own');
const besideAnEqual = killedBy('m.room.power_levels', 'an-equal-or-a-superior-keeps-their-level');

/** The scenarios besides, in which somebody raises a level. */
const raising: Readonly<Record<string, readonly string[]>> = {
  ban: [...inEveryVersion, ...byDefault],
};

/** The scenarios besides, in which somebody lowers one that was theirs to lower, or takes it away. */
const lowering: Readonly<Record<string, readonly string[]>> = { ...raising, kick: inEveryVersion };

function words(name: string): string {
  return name.replaceAll('_', '-');
}

/** Faults in who may change the levels that stand in no list. */
export const scalarMutants: readonly Mutant[] = [
  ...names.flatMap((name): readonly Mutant[] => [
    {
      id: `${words(name)}-is-raised-above-ones-own-level`,
      fault: `Who may set levels may raise ${name} above their own.`,
      killedBy: [...sets, ...(raising[name] ?? [])],
      mutate: (homeserver) =>
        overlookChange(
          homeserver,
          undefined,
          ({ name: of, to, power }) => of === name && to !== undefined && to > power,
        ),
    },
    {
      id: `${words(name)}-is-lowered-from-above-ones-own-level`,
      fault: `Who may set levels may lower ${name} where it is above their own.`,
      killedBy: [...changes, ...(name === 'kick' ? inEveryVersion : [])],
      mutate: (homeserver) =>
        overlookChange(
          homeserver,
          undefined,
          ({ name: of, from, to, power }) =>
            of === name && from !== undefined && to !== undefined && from > power && to <= power,
        ),
    },
    {
      id: `${words(name)}-is-removed-from-above-ones-own-level`,
      fault: `Who may set levels may take away ${name} where it is above their own.`,
      killedBy: changes,
      mutate: (homeserver) =>
        overlookChange(
          homeserver,
          undefined,
          ({ name: of, to }) => of === name && to === undefined,
        ),
    },
    {
      id: `${words(name)}-is-not-set-to-ones-own-level`,
      fault: `${name} may be raised to one below the own level, and not to it.`.replace(/^./, (c) =>
        c.toUpperCase(),
      ),
      killedBy: [
        ...sets,
        ...(name === 'ban' ? [...besideAnEqual, ...inEveryVersion, ...byDefault] : []),
      ],
      mutate: (homeserver) =>
        refuseMore(
          homeserver,
          ({ content, current, power }) =>
            content[name] === power && current[name] !== power && power < 100,
        ),
    },
    {
      id: `${words(name)}-is-not-lowered-from-ones-own-level`,
      fault: `A level of ${name} that is the own one may not be changed.`,
      killedBy: [...sets, ...changes, ...(lowering[name] ?? [])],
      mutate: (homeserver) =>
        refuseMore(
          homeserver,
          ({ content, current, power }) =>
            current[name] === power && content[name] !== power && power < 100,
        ),
    },
  ]),
  {
    id: 'a-level-one-above-ones-own-is-given',
    fault: 'Who may set levels may set those of no list to one above their own.',
    killedBy: [...sets, ...inEveryVersion, ...byDefault],
    mutate: (homeserver) =>
      overlookChange(homeserver, undefined, ({ to, power }) => to === power + 1),
  },
  {
    id: 'a-level-that-is-added-is-not-compared',
    fault: 'A level that was not there may be added at any height.',
    killedBy: [...sets, ...inEveryVersion, ...byDefault],
    mutate: (homeserver) => overlookChange(homeserver, undefined, ({ from }) => from === undefined),
  },
  {
    id: 'a-level-that-is-changed-is-not-compared',
    fault: 'A level that was there at less than the own may be set to any height.',
    killedBy: sets,
    mutate: (homeserver) =>
      overlookChange(
        homeserver,
        undefined,
        ({ from, to = 0, power }) => from !== undefined && from <= power && to > power,
      ),
  },
  {
    id: 'a-level-one-above-ones-own-is-lowered',
    fault: 'Who may set levels may change what is one above their own.',
    killedBy: [...changes, ...inEveryVersion],
    mutate: (homeserver) =>
      overlookChange(homeserver, undefined, ({ from, power }) => from === power + 1),
  },
];
