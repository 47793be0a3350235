import type { Mutant } from './mutant.ts';
import { administratorMutants } from './room_state/administrator.ts';
import { aliasSyntaxMutants } from './room_state/alias-syntax.ts';
import { answerMutants } from './room_state/answers.ts';
import { badAliasMutants } from './room_state/bad-alias.ts';
import { badAlternativeMutants } from './room_state/bad-alternatives.ts';
import { badTimestampMutants } from './room_state/bad-timestamp.ts';
import { bodyMutants } from './room_state/body.ts';
import { browserMutants } from './room_state/browsers.ts';
import { burstMutants } from './room_state/burst.ts';
import { contentMutants } from './room_state/content.ts';
import { contentTypeMutants } from './room_state/content-type.ts';
import { contentValueMutants } from './room_state/content-values.ts';
import { emptyKeyMutants } from './room_state/empty-key.ts';
import { entryMutants } from './room_state/entries.ts';
import { eventIdMutants } from './room_state/event-id.ts';
import { eventTypeMutants } from './room_state/event-type.ts';
import { fetchedEventMutants } from './room_state/fetched-event.ts';
import { forbiddenSenderMutants } from './room_state/forbidden-sender.ts';
import { fullStateMutants } from './room_state/full-state.ts';
import { guestMutants } from './room_state/guest.ts';
import { guestsLeavingMutants } from './room_state/guests-leaving.ts';
import { keyLengthMutants } from './room_state/key-length.ts';
import { lackingPowerMutants } from './room_state/lacking-power.ts';
import { limitAnswerMutants } from './room_state/limit-answer.ts';
import { lockedAccountMutants } from './room_state/locked-account.ts';
import { lostAccountMutants } from './room_state/lost-account.ts';
import { methodMutants } from './room_state/method.ts';
import { moderationMutants } from './room_state/moderation.ts';
import { moderatorMutants } from './room_state/moderator.ts';
import { namespaceMutants } from './room_state/namespace.ts';
import { neverSetMutants } from './room_state/never-set.ts';
import { oddAliasMutants } from './room_state/odd-alias.ts';
import { ownUserIdMutants } from './room_state/own-user-id.ts';
import { pathMutants } from './room_state/path.ts';
import { pathFormMutants } from './room_state/path-forms.ts';
import { powerMutants } from './room_state/power.ts';
import { proposalMutants } from './room_state/proposal.ts';
import { queryTokenMutants } from './room_state/query-token.ts';
import { raisedLevelMutants } from './room_state/raised-levels.ts';
import { refusedAndStoredMutants } from './room_state/refused-and-stored.ts';
import { replacingMutants } from './room_state/replacing.ts';
import { serviceMutants } from './room_state/service.ts';
import { staleAliasMutants } from './room_state/stale-alias.ts';
import { stateKeyMutants } from './room_state/state-key.ts';
import { suspendedAccountMutants } from './room_state/suspended-account.ts';
import { syncedEventMutants } from './room_state/synced-event.ts';
import { timestampMutants } from './room_state/timestamp.ts';
import { tokenMutants } from './room_state/token.ts';
import { tokenReadingMutants } from './room_state/token-reading.ts';

/** The mutants of the suite `room_state`. */
export const roomStateMutants: readonly Mutant[] = [
  ...eventIdMutants,
  ...contentMutants,
  ...contentValueMutants,
  ...entryMutants,
  ...replacingMutants,
  ...eventTypeMutants,
  ...stateKeyMutants,
  ...keyLengthMutants,
  ...ownUserIdMutants,
  ...pathMutants,
  ...pathFormMutants,
  ...fullStateMutants,
  ...fetchedEventMutants,
  ...syncedEventMutants,
  ...emptyKeyMutants,
  ...neverSetMutants,
  ...badAliasMutants,
  ...badAlternativeMutants,
  ...oddAliasMutants,
  ...aliasSyntaxMutants,
  ...staleAliasMutants,
  ...powerMutants,
  ...lackingPowerMutants,
  ...raisedLevelMutants,
  ...forbiddenSenderMutants,
  ...tokenMutants,
  ...tokenReadingMutants,
  ...administratorMutants,
  ...burstMutants,
  ...limitAnswerMutants,
  ...guestMutants,
  ...guestsLeavingMutants,
  ...lockedAccountMutants,
  ...lostAccountMutants,
  ...moderationMutants,
  ...moderatorMutants,
  ...namespaceMutants,
  ...proposalMutants,
  ...queryTokenMutants,
  ...serviceMutants,
  ...suspendedAccountMutants,
  ...timestampMutants,
  ...badTimestampMutants,
  ...bodyMutants,
  ...contentTypeMutants,
  ...methodMutants,
  ...refusedAndStoredMutants,
  ...answerMutants,
  ...browserMutants,
];
