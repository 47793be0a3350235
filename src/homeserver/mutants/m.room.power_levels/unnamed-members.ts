import { powerOf } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changedLevels } from './changed-levels.ts';
import { misread } from './misread.ts';

const suite = 'm.room.power_levels';
const empty = killedBy('room_state', 'without-levels-state-takes-the-defaults');
const users = killedBy(
  suite,
  'an-equal-or-a-superior-keeps-their-level',
  'nobody-is-raised-above-who-raises-them',
  'ones-own-level-can-be-lowered-and-not-raised-again',
);
const unnamed = killedBy(suite, 'the-default-of-users-is-what-unnamed-members-have');

/** Faults in what level members have that the power levels do not name. */
export const unnamedMemberMutants: readonly Mutant[] = [
  {
    id: 'users-default-is-not-read',
    fault: 'Who is not named has the level 0, whatever users_default is.',
    killedBy: [
      ...unnamed,
      ...empty,
      ...killedBy(
        'room_state',
        'a-raised-power-level-of-an-event-type-holds',
        'senders-are-held-to-the-rules-in-versions-1-to-4',
        'senders-are-held-to-the-rules-in-versions-5-to-8',
        'senders-are-held-to-the-rules-in-versions-9-to-12',
      ),
    ],
    mutate: (homeserver) =>
      misread(homeserver, 'send', ({ users_default: _, ...content }) => content),
  },
  {
    id: 'users-default-is-50-where-it-is-not-set',
    fault: 'Where users_default is not set, members have the level 50.',
    killedBy: [...unnamed, ...users, ...empty],
    mutate: (homeserver) =>
      misread(homeserver, 'send', (content) => ({ users_default: 50, ...content })),
  },
  {
    id: 'users-default-is-the-least-that-members-have',
    fault: 'Who is named with less than users_default has users_default.',
    killedBy: [
      ...unnamed,
      ...killedBy(suite, 'messages-take-the-level-that-is-set-for-them'),
      ...killedBy(
        suite,
        'a-level-written-as-a-float-counts-before-version-6',
        'a-level-written-as-a-string-counts-before-version-10',
        'levels-reach-to-the-largest-integers-and-not-beyond',
      ),
    ],
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const unnamedToo = changedLevels(room, (content) => ({ ...content, users: {} }));
        const least = powerOf(unnamedToo, event.sender);
        return least > powerOf(room, event.sender)
          ? requiredPower(event, unnamedToo)
          : requiredPower(event, room);
      };
    },
  },
];
