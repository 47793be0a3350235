import { isSince } from '../../rooms/room-version.ts';
import { levelOf, powerOf } from '../../rules/power.ts';
import { type Fault, faults } from './faults.ts';
import { forbid } from './forbid.ts';
import { isCreator } from './now.ts';
import { anothers } from './own.ts';
import { permit } from './permit.ts';

const creators = 'nobody-moderates-a-creator';

const sovereign = (['leave', 'ban'] as const).flatMap((to): readonly Fault[] => [
  [
    `the-highest-level-puts-${to}-for-a-creator`,
    `Who has the highest level may put ${to} for a creator.`,
    creators,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          anothers(to)(event, room) &&
          isSince(room.version, 12) &&
          isCreator(room, event.stateKey) &&
          powerOf(room, event.sender) === Number.MAX_SAFE_INTEGER,
      ),
  ],
  [
    `a-creator-puts-${to}-for-another-creator`,
    `Who created a room may put ${to} for those who were named as creators.`,
    creators,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          anothers(to)(event, room) &&
          isSince(room.version, 12) &&
          isCreator(room, event.stateKey) &&
          room.events[0]?.sender === event.sender &&
          levelOf(room, 'kick') === 50,
      ),
  ],
  [
    `an-additional-creator-puts-${to}-for-the-first`,
    `A creator who was named may put ${to} for who created the room.`,
    creators,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          anothers(to)(event, room) &&
          isSince(room.version, 12) &&
          isCreator(room, event.sender) &&
          room.events[0]?.sender === event.stateKey,
      ),
  ],
  [
    `a-creator-is-safe-from-${to}-before-version-12`,
    `Before room version 12 nobody may put ${to} for a creator.`,
    'a-creator-without-power-is-moderated-before-version-12',
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          anothers(to)(event, room) &&
          !isSince(room.version, 12) &&
          isCreator(room, event.stateKey),
      ),
  ],
]);

/** Faults in the power over creators, and in theirs. */
export const creatorMutants = faults([
  ...sovereign,
  [
    'an-additional-creator-has-no-power',
    'A creator who was named may not ban.',
    creators,
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          anothers('ban')(event, room) &&
          isCreator(room, event.sender) &&
          room.events[0]?.sender !== event.sender,
      ),
  ],
]);
