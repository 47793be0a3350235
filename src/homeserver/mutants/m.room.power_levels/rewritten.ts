import { killedBy } from '../killed-by.ts';

/** The scenarios in which rooms of version 12, whoever they named first, are given other levels. */
export const rewritten = killedBy(
  'm.room.power_levels',
  'from-version-10-each-level-is-an-integer',
  'from-version-10-events-and-notifications-hold-integers',
  'levels-are-guarded-in-versions-10-to-12',
  'the-keys-of-users-are-user-ids-in-every-version',
  'users-are-an-object-of-levels-in-every-version',
);
