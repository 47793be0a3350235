import type { Homeserver } from '../../homeserver.ts';
import { membershipIn } from '../../rooms/room.ts';
import { levelOf, powerOf } from '../../rules/power.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSynced } from './change-listed.ts';
import { heldInEveryVersion } from './held-in-every-version.ts';
import { lackingTheDefault } from './lacking-the-default.ts';
import { storeRefused } from './store-refused.ts';

const below = killedBy('room_state', 'a-member-below-the-power-level-may-not-set-state');

/** The scenarios besides, in which somebody sets levels who may not set these. */
const guarded = [
  ...killedBy('room_state', 'without-levels-state-takes-the-defaults'),
  ...killedBy(
    'm.room.power_levels',
    'a-new-room-has-no-malformed-levels-from-version-10',
    'levels-of-event-types-are-changed-up-to-ones-own',
    'nobody-sets-a-level-above-their-own',
    'levels-of-notifications-are-changed-up-to-ones-own',
    'nobody-changes-a-level-that-is-above-their-own',
    'nobody-is-raised-above-who-raises-them',
    'ones-own-level-can-be-lowered-and-not-raised-again',
    'an-equal-or-a-superior-keeps-their-level',
    'the-default-level-of-users-counts-as-their-own',
    'levels-are-guarded-in-versions-1-and-2',
    'levels-are-guarded-in-versions-3-to-5',
    'levels-are-guarded-in-versions-6-and-7',
    'levels-are-guarded-in-versions-8-and-9',
    'levels-are-guarded-in-versions-10-to-12',
    'creators-are-not-among-the-users',
    'before-version-12-creators-have-the-level-that-is-set',
  ),
];

/** Has every member set the power levels as they like. */
function openPowerLevels({ rules }: Homeserver): void {
  const { requiredPower } = rules;
  rules.powerLevels = () => undefined;
  rules.requiredPower = (event, room) =>
    event.type === 'm.room.power_levels' ? undefined : requiredPower(event, room);
}

/** Faults by which a member without power gets to be more, or to be heard. */
export const raisedLevelMutants: readonly Mutant[] = [
  {
    id: 'every-member-may-raise-levels',
    fault: 'A member without any power may set the power levels of the room.',
    killedBy: [...below, ...guarded],
    mutate: openPowerLevels,
  },
  {
    id: 'who-lacks-the-power-is-refused-and-sets-state',
    fault: 'A member without the power is refused, and the state is set all the same.',
    killedBy: [
      ...killedBy(
        'room_state',
        'a-member-below-the-power-level-may-not-set-state',
        'a-user-id-of-ones-own-still-needs-the-power',
      ),
      ...lackingTheDefault,
      ...heldInEveryVersion,
      ...killedBy(
        'm.room.power_levels',
        'the-default-of-users-is-what-unnamed-members-have',
        'nobody-changes-a-level-that-is-above-their-own',
        'the-default-level-of-users-counts-as-their-own',
        'a-level-written-as-a-float-counts-before-version-6',
        'levels-reach-to-the-largest-integers-and-not-beyond',
      ),
    ],
    mutate: (homeserver) =>
      storeRefused(
        homeserver,
        (_, { sender }, room) =>
          membershipIn(room.state, sender) === 'join' &&
          powerOf(room, sender) < levelOf(room, 'state_default'),
      ),
  },
  {
    id: 'what-was-refused-shows-in-sync',
    fault: 'Sync tells of the events of members who lacked the power for them.',
    killedBy: below,
    mutate: (homeserver) => {
      const refused = new Set<string>();
      changeRefusal(homeserver, 'setRoomStateWithKey', (_, { sender }) => {
        refused.add(sender);
        return undefined;
      });
      changeSynced(homeserver, (event) => {
        const as = (sender: string) => ({
          ...event,
          event_id: `${event.event_id}-refused`,
          sender,
        });
        return [event, ...[...refused].map(as)];
      });
    },
  },
];
