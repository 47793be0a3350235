import type { Homeserver } from '../../homeserver.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSynced } from './change-listed.ts';

const below = killedBy('room_state', 'a-member-below-the-power-level-may-not-set-state');

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
    killedBy: below,
    mutate: openPowerLevels,
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
