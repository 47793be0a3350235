import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { inEveryVersion } from './in-every-version.ts';
import { type LevelChange, overlookChange } from './overlook.ts';

const suite = 'm.room.power_levels';
const raised = killedBy(suite, 'nobody-is-raised-above-who-raises-them');
const keeps = killedBy(suite, 'an-equal-or-a-superior-keeps-their-level');
const own = killedBy(suite, 'ones-own-level-can-be-lowered-and-not-raised-again');
const creators = killedBy(suite, 'creators-are-not-among-the-users');
const byDefault = killedBy(suite, 'the-default-level-of-users-counts-as-their-own');

type Case = readonly [
  id: string,
  fault: string,
  killedBy: readonly string[],
  is: (change: LevelChange) => boolean,
];

const isOwn = ({ name, sender }: LevelChange) => name === sender;

/** Changes of the level of a user that are let through. */
const overlooked: readonly Case[] = [
  [
    'a-user-is-added-above-ones-own-level',
    'A user who was not named may be given any level.',
    [...raised, ...creators],
    (change) => change.from === undefined && !isOwn(change),
  ],
  [
    'a-user-is-raised-above-ones-own-level',
    'A user below the sender may be raised to any level.',
    raised,
    (change) => !isOwn(change) && change.from !== undefined && change.from < change.power,
  ],
  [
    'a-user-raises-themselves',
    'A user may raise their own level.',
    [...raised, ...own, ...inEveryVersion],
    (change) => isOwn(change) && (change.to ?? 0) > change.power && change.from !== undefined,
  ],
  [
    'a-user-is-raised-to-one-above-ones-own-level',
    'A user may be raised to one above the sender.',
    [...raised, ...own, ...byDefault, ...inEveryVersion],
    ({ to, power }) => to === power + 1,
  ],
  [
    'an-equal-is-lowered',
    'The level of a user who is equal to the sender may be lowered.',
    keeps,
    (change) => !isOwn(change) && change.from === change.power && change.to !== undefined,
  ],
  [
    'an-equal-is-removed',
    'The level of a user who is equal to the sender may be taken away.',
    [...keeps, ...inEveryVersion],
    (change) => !isOwn(change) && change.from === change.power && change.to === undefined,
  ],
  [
    'a-superior-is-lowered',
    'The level of a user who is above the sender may be lowered to that of the sender.',
    keeps,
    ({ from = 0, to, power }) => from > power && to !== undefined && to <= power,
  ],
  [
    'a-superior-is-removed',
    'The level of a user who is above the sender may be taken away.',
    keeps,
    ({ from = 0, to, power }) => from > power && to === undefined,
  ],
  [
    'a-superior-is-raised',
    'The level of a user who is above the sender may be raised.',
    keeps,
    ({ from = 0, to = 0, power }) => from > power && to > from,
  ],
  [
    'who-is-not-named-names-themselves-at-will',
    'A user who is not named may give themselves any level.',
    [...byDefault, ...creators],
    (change) => isOwn(change) && change.from === undefined,
  ],
];

/** Faults in whose level may not be changed, and what it may not become. */
export const unguardedUserMutants: readonly Mutant[] = overlooked.map(
  ([id, fault, seen, is]): Mutant => ({
    id,
    fault,
    killedBy: seen,
    mutate: (homeserver) => overlookChange(homeserver, 'users', is),
  }),
);
