import type { Mutant } from './mutant.ts';
import { aliasSyntaxMutants } from './room_state/alias-syntax.ts';
import { answerMutants } from './room_state/answers.ts';
import { badAliasMutants } from './room_state/bad-alias.ts';
import { badAlternativeMutants } from './room_state/bad-alternatives.ts';
import { bodyMutants } from './room_state/body.ts';
import { browserMutants } from './room_state/browsers.ts';
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
import { keyLengthMutants } from './room_state/key-length.ts';
import { lackingPowerMutants } from './room_state/lacking-power.ts';
import { methodMutants } from './room_state/method.ts';
import { neverSetMutants } from './room_state/never-set.ts';
import { oddAliasMutants } from './room_state/odd-alias.ts';
import { ownUserIdMutants } from './room_state/own-user-id.ts';
import { pathMutants } from './room_state/path.ts';
import { pathFormMutants } from './room_state/path-forms.ts';
import { powerMutants } from './room_state/power.ts';
import { raisedLevelMutants } from './room_state/raised-levels.ts';
import { refusedAndStoredMutants } from './room_state/refused-and-stored.ts';
import { replacingMutants } from './room_state/replacing.ts';
import { staleAliasMutants } from './room_state/stale-alias.ts';
import { stateKeyMutants } from './room_state/state-key.ts';
import { syncedEventMutants } from './room_state/synced-event.ts';
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
  ...bodyMutants,
  ...contentTypeMutants,
  ...methodMutants,
  ...refusedAndStoredMutants,
  ...answerMutants,
  ...browserMutants,
];
