import { roomVersions } from '../../rooms/room-version.ts';
import { joinRuleOf } from '../../rules/membership-rules.ts';
import { type Fault, faults } from './faults.ts';
import { follow } from './follow.ts';
import { forbid } from './forbid.ts';
import { now } from './now.ts';
import { own } from './own.ts';
import { permit } from './permit.ts';

const scenario = 'memberships-change-alike-in-every-room-version';
const old = roomVersions.filter((version) => Number(version) < 10);

const uninvited: readonly Fault[] = old.map((version) => [
  `who-is-not-invited-joins-in-version-${version}`,
  `An invite is not needed in rooms of version ${version}.`,
  scenario,
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        own('join')(event, room) &&
        now(room, event.sender) === 'never' &&
        room.version === version &&
        joinRuleOf(room) === 'invite',
    ),
]);

/** Faults in single room versions. */
export const everyVersionMutants = faults([
  ...uninvited,
  [
    'an-invite-is-not-accepted-in-version-2',
    'An invite is not accepted by a PUT in rooms of version 2.',
    scenario,
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          own('join')(event, room) && now(room, event.sender) === 'invite' && room.version === '2',
      ),
  ],
  [
    'a-ban-is-not-stored-in-version-5',
    'A ban by a PUT is answered, and not stored, in rooms of version 5.',
    scenario,
    (homeserver) =>
      follow(homeserver, (event, room) => {
        if (event.content.membership !== 'ban' || room.version !== '5') return;
        event.content = event.replaced?.content ?? {};
      }),
  ],
]);
