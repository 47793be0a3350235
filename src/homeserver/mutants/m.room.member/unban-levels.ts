import { isObject } from '../../events/json.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { faults } from './faults.ts';
import { forbid } from './forbid.ts';
import { now } from './now.ts';
import { anothers } from './own.ts';
import { permit } from './permit.ts';

const levels = 'an-unban-takes-the-ban-level-and-the-kick-level';
const leave = anothers('leave');

/** Faults in the levels that an unban takes. */
export const unbanLevelMutants = faults([
  [
    'an-unban-takes-the-ban-level-alone',
    'Who has the ban level unbans without the kick level.',
    levels,
    (homeserver) => unbanWith(homeserver, 'ban'),
  ],
  [
    'an-unban-takes-the-kick-level-alone',
    'Who has the kick level unbans without the ban level.',
    levels,
    (homeserver) => unbanWith(homeserver, 'kick'),
  ],
  [
    'an-unban-takes-more-than-both-levels',
    'Who has just the ban level and the kick level unbans nobody.',
    levels,
    (homeserver) =>
      forbid(homeserver, (event, room) => {
        const {
          users,
          kick,
          ban: level,
        } = stateEvent(room.state, 'm.room.power_levels')?.content ?? {};
        const power = isObject(users) ? users[event.sender] : undefined;
        const isUnban = leave(event, room) && now(room, event.stateKey) === 'ban';
        return isUnban && kick !== level && (power === kick || power === level);
      }),
  ],
]);

/** Unbans with one of the two levels, for who is below the other. */
function unbanWith(homeserver: Parameters<typeof permit>[0], name: string): void {
  permit(homeserver, (event, room) => {
    const content = stateEvent(room.state, 'm.room.power_levels')?.content ?? {};
    const power = isObject(content.users) ? content.users[event.sender] : undefined;
    const isUnban = leave(event, room) && now(room, event.stateKey) === 'ban';
    return isUnban && power === 59 && Number(content[name]) <= 59;
  });
}
