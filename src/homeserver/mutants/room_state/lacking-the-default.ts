import { killedBy } from '../killed-by.ts';

/** The scenarios besides, in which a member lacks the level that state takes by default. */
export const lackingTheDefault = [
  ...killedBy(
    'room_state',
    'without-levels-state-takes-the-defaults',
    'a-raised-power-level-of-an-event-type-holds',
  ),
  ...killedBy(
    'm.room.power_levels',
    'the-levels-of-a-new-room-can-be-overridden',
    'each-level-governs-what-it-is-named-after',
    'levels-that-are-not-set-have-their-defaults',
    'the-levels-of-a-new-room-are-valid',
    'nobody-is-raised-above-who-raises-them',
    'ones-own-level-can-be-lowered-and-not-raised-again',
    'an-equal-or-a-superior-keeps-their-level',
    'a-level-written-as-a-string-counts-before-version-10',
    'before-version-12-creators-have-the-level-that-is-set',
  ),
];
