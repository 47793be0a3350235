import type { Mutant } from './mutant.ts';
import { accountMutants } from './room_state/account-mutants.ts';
import { aliasSyntaxMutants } from './room_state/alias-syntax.ts';
import { aliasesEventMutants } from './room_state/aliases-event.ts';
import { alikeEntryMutants } from './room_state/alike-entries.ts';
import { annotationMutants } from './room_state/annotation.ts';
import { answerMutants } from './room_state/answers.ts';
import { anyBodyMutants } from './room_state/any-body-mutants.ts';
import { atOnceMutants } from './room_state/at-once.ts';
import { badAliasMutants } from './room_state/bad-alias.ts';
import { badAlternativeMutants } from './room_state/bad-alternatives.ts';
import { browserMutants } from './room_state/browsers.ts';
import { contentMutants } from './room_state/content.ts';
import { contentValueMutants } from './room_state/content-values.ts';
import { emptyKeyMutants } from './room_state/empty-key.ts';
import { entryMutants } from './room_state/entries.ts';
import { equivalentPathMutants } from './room_state/equivalent-path.ts';
import { eventIdMutants } from './room_state/event-id.ts';
import { eventIdFormMutants } from './room_state/event-id-form.ts';
import { eventSizeMutants } from './room_state/event-size.ts';
import { eventTypeMutants } from './room_state/event-type.ts';
import { fetchedEventMutants } from './room_state/fetched-event.ts';
import { fullStateMutants } from './room_state/full-state.ts';
import { goodAliasMutants } from './room_state/good-alias.ts';
import { keyCharacterMutants } from './room_state/key-character.ts';
import { keyLengthMutants } from './room_state/key-length.ts';
import { largeEventMutants } from './room_state/large-event.ts';
import { lowerCaseEscapeMutants } from './room_state/lower-case-escape.ts';
import { methodMutants } from './room_state/method.ts';
import { narrowFaults } from './room_state/narrow-faults.ts';
import { neverSetMutants } from './room_state/never-set.ts';
import { oddAliasMutants } from './room_state/odd-alias.ts';
import { oddContentMutants } from './room_state/odd-content.ts';
import { oddPathMutants } from './room_state/odd-path.ts';
import { oddRoomMutants } from './room_state/odd-rooms.ts';
import { ordinaryAliasesMutants } from './room_state/ordinary-aliases.ts';
import { otherAnnotationMutants } from './room_state/other-annotation.ts';
import { otherRoomMutants } from './room_state/other-rooms.ts';
import { ownUserIdMutants } from './room_state/own-user-id.ts';
import { pathMutants } from './room_state/path.ts';
import { pathFormMutants } from './room_state/path-forms.ts';
import { powerlessAliasMutants } from './room_state/powerless-alias.ts';
import { preflightMutants } from './room_state/preflight.ts';
import { redactedEntryMutants } from './room_state/redacted-entry.ts';
import { refusedAndStoredMutants } from './room_state/refused-and-stored.ts';
import { repeatedStateMutants } from './room_state/repeated-state.ts';
import { repetitionMutants } from './room_state/repetition.ts';
import { replacedEventMutants } from './room_state/replaced-event.ts';
import { replacingMutants } from './room_state/replacing.ts';
import { senderMutants } from './room_state/sender-mutants.ts';
import { sizeInVersionMutants } from './room_state/size-in-version.ts';
import { sizeLimitMutants } from './room_state/size-limit.ts';
import { staleAliasMutants } from './room_state/stale-alias.ts';
import { stateKeyMutants } from './room_state/state-key.ts';
import { syncedEventMutants } from './room_state/synced-event.ts';
import { thirdPartyInviteMutants } from './room_state/third-party-invite.ts';
import { typeLengthMutants } from './room_state/type-length.ts';
import { typedEventMutants } from './room_state/typed-events.ts';
import { unknownPathMutants } from './room_state/unknown-path.ts';
import { unruledPutMutants } from './room_state/unruled-put.ts';
import { viewOfOthersMutants } from './room_state/view-of-others.ts';

/** The mutants of the suite `room_state`. */
export const roomStateMutants: readonly Mutant[] = [
  ...accountMutants,
  ...oddRoomMutants,
  ...eventIdMutants,
  ...contentMutants,
  ...contentValueMutants,
  ...entryMutants,
  ...replacingMutants,
  ...alikeEntryMutants,
  ...otherRoomMutants,
  ...viewOfOthersMutants,
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
  ...narrowFaults,
  ...badAliasMutants,
  ...badAlternativeMutants,
  ...oddAliasMutants,
  ...aliasSyntaxMutants,
  ...goodAliasMutants,
  ...staleAliasMutants,
  ...aliasesEventMutants,
  ...ordinaryAliasesMutants,
  ...thirdPartyInviteMutants,
  ...annotationMutants,
  ...otherAnnotationMutants,
  ...typedEventMutants,
  ...oddContentMutants,
  ...powerlessAliasMutants,
  ...senderMutants,
  ...anyBodyMutants,
  ...methodMutants,
  ...refusedAndStoredMutants,
  ...answerMutants,
  ...browserMutants,
  ...oddPathMutants,
  ...equivalentPathMutants,
  ...lowerCaseEscapeMutants,
  ...eventIdFormMutants,
  ...sizeLimitMutants,
  ...sizeInVersionMutants,
  ...eventSizeMutants,
  ...largeEventMutants,
  ...typeLengthMutants,
  ...unruledPutMutants,
  ...replacedEventMutants,
  ...repetitionMutants,
  ...repeatedStateMutants,
  ...redactedEntryMutants,
  ...atOnceMutants,
  ...keyCharacterMutants,
  ...unknownPathMutants,
  ...preflightMutants,
];
