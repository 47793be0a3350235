import type { Mutant } from '../mutant.ts';
import { everyVersionMutants } from './every-version.ts';
import { forbiddenSenderMutants } from './forbidden-sender.ts';
import { keyOfAnotherMutants } from './key-of-another.ts';
import { lackingPowerMutants } from './lacking-power.ts';
import { levelsLaterMutants } from './levels-later.ts';
import { powerMutants } from './power.ts';
import { raisedLevelMutants } from './raised-levels.ts';
import { repeatWithoutPowerMutants } from './repeat-without-power.ts';
import { withoutLevelsMutants } from './without-levels.ts';

/** Faults in who may set state, and under whose name. */
export const senderMutants: readonly Mutant[] = [
  ...powerMutants,
  ...lackingPowerMutants,
  ...repeatWithoutPowerMutants,
  ...raisedLevelMutants,
  ...forbiddenSenderMutants,
  ...keyOfAnotherMutants,
  ...everyVersionMutants,
  ...levelsLaterMutants,
  ...withoutLevelsMutants,
];
