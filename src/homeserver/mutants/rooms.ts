import type { Mutant } from './mutant.ts';
import { eachVersionMutants } from './rooms/each-version.ts';
import { eventFormatMutants } from './rooms/event-format.ts';
import { eventRoomMutants } from './rooms/event-rooms.ts';
import { formerMemberMutants } from './rooms/former-members.ts';
import { fullStateMutants } from './rooms/full-state.ts';
import { joinedLaterMutants } from './rooms/joined-later.ts';
import { joinedMemberMutants } from './rooms/joined-members.ts';
import { leavingAgainMutants } from './rooms/leaving-again.ts';
import { memberFilterMutants } from './rooms/member-filters.ts';
import { memberMutants } from './rooms/members.ts';
import { missingEntryMutants } from './rooms/missing-entries.ts';
import { overlayMutants } from './rooms/overlays.ts';
import { strangerMutants } from './rooms/strangers.ts';
import { unknownRoomMutants } from './rooms/unknown-rooms.ts';
import { visibilityMutants } from './rooms/visibility.ts';

/** The mutants of the suite `rooms`. */
export const roomsMutants: readonly Mutant[] = [
  ...eventFormatMutants,
  ...missingEntryMutants,
  ...eventRoomMutants,
  ...fullStateMutants,
  ...eachVersionMutants,
  ...memberMutants,
  ...memberFilterMutants,
  ...joinedMemberMutants,
  ...strangerMutants,
  ...formerMemberMutants,
  ...leavingAgainMutants,
  ...visibilityMutants,
  ...joinedLaterMutants,
  ...unknownRoomMutants,
  ...overlayMutants,
];
