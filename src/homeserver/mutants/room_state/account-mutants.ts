import type { Mutant } from '../mutant.ts';
import { administratorMutants } from './administrator.ts';
import { badTimestampMutants } from './bad-timestamp.ts';
import { burstMutants } from './burst.ts';
import { guestMutants } from './guest.ts';
import { guestsLeavingMutants } from './guests-leaving.ts';
import { limitAnswerMutants } from './limit-answer.ts';
import { lockedAccountMutants } from './locked-account.ts';
import { logoutEverywhereMutants } from './logout-everywhere.ts';
import { lostAccountMutants } from './lost-account.ts';
import { moderationMutants } from './moderation.ts';
import { moderatorMutants } from './moderator.ts';
import { namespaceMutants } from './namespace.ts';
import { narrowAccountMutants } from './narrow-accounts.ts';
import { narrowBrowserMutants } from './narrow-browsers.ts';
import { proposalMutants } from './proposal.ts';
import { queryTokenMutants } from './query-token.ts';
import { rightsOfServicesMutants } from './rights-of-services.ts';
import { serviceMutants } from './service.ts';
import { suspendedAccountMutants } from './suspended-account.ts';
import { timestampMutants } from './timestamp.ts';
import { tokenMutants } from './token.ts';
import { tokenLifeMutants } from './token-life.ts';
import { tokenLookupMutants } from './token-lookup.ts';
import { tokenReadingMutants } from './token-reading.ts';

/** Faults in who asks: tokens, accounts and what becomes of them, services, and limits of rates. */
export const accountMutants: readonly Mutant[] = [
  ...administratorMutants,
  ...badTimestampMutants,
  ...burstMutants,
  ...guestMutants,
  ...guestsLeavingMutants,
  ...limitAnswerMutants,
  ...lockedAccountMutants,
  ...logoutEverywhereMutants,
  ...lostAccountMutants,
  ...moderationMutants,
  ...moderatorMutants,
  ...namespaceMutants,
  ...narrowAccountMutants,
  ...narrowBrowserMutants,
  ...proposalMutants,
  ...queryTokenMutants,
  ...rightsOfServicesMutants,
  ...serviceMutants,
  ...suspendedAccountMutants,
  ...timestampMutants,
  ...tokenMutants,
  ...tokenLifeMutants,
  ...tokenLookupMutants,
  ...tokenReadingMutants,
];
