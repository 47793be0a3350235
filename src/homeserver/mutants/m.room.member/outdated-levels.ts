import { type Fault, faults } from './faults.ts';
import { seeLevels } from './see-levels.ts';

/** Levels of before, where somebody changed them afterwards. */
const outdated = (
  [
    ['kick', 'leave', 'kicking-takes-the-kick-level'],
    ['ban', 'ban', 'banning-takes-the-ban-level'],
    ['invite', 'invite', 'inviting-takes-the-invite-level'],
  ] as const
).flatMap(([name, to, scenario]) =>
  ([59, 11] as const).map(
    (now): Fault => [
      `the-${name}-level-stays-when-it-is-${now === 59 ? 'lowered' : 'raised'}`,
      `The ${name} level that was ${now === 59 ? 'lowered' : 'raised'} is the one of before.`,
      scenario,
      (homeserver) =>
        seeLevels(homeserver, to, (seen) =>
          seen[name] === now ? { ...seen, [name]: now === 59 ? 60 : 10 } : seen,
        ),
    ],
  ),
);

/** Faults in levels that changed. */
export const outdatedLevelMutants = faults(outdated);
