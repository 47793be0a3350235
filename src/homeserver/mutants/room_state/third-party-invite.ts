import type { Homeserver } from '../../homeserver.ts';
import { ok } from '../../http/call.ts';
import type { Room } from '../../rooms/room.ts';
import { isSince, type RoomVersion } from '../../rooms/room-version.ts';
import { levelOf, powerOf, requiredPower } from '../../rules/power.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { storeRefused } from './store-refused.ts';

const type = 'm.room.third_party_invite';
const name = 'a-third-party-invite-takes-the-level-of-inviting';
const early = killedBy('room_state', `${name}-up-to-version-6`);
const late = killedBy('room_state', `${name}-from-version-7`);
const levels = killedBy('room_state', 'the-level-of-third-party-invites-is-that-of-no-event');
const isOwn = (version: RoomVersion) => (isSince(version, 7) ? late : early);

/** Has a third-party invite take another level in some rooms. */
function takeLevel(
  { rules }: Homeserver,
  isMeant: (room: Room) => boolean,
  level: (room: Room) => number,
): void {
  const { thirdPartyInvite } = rules;
  rules.thirdPartyInvite = (event, room) => {
    if (!isMeant(room)) return thirdPartyInvite(event, room);
    return powerOf(room, event.sender) >= level(room) ? undefined : 'you lack the power';
  };
}

/** Whether a level of its own stands for the type, or the room has an odd default for state. */
function isOpen(room: Room): boolean {
  return requiredPower(room, type, true) !== 50;
}

/** Faults in the power that an `m.room.third_party_invite` takes. */
export const thirdPartyInviteMutants: readonly Mutant[] = [
  ...(['1', '5', '6', '7', '9', '10'] as const).flatMap((version): readonly Mutant[] => [
    {
      id: `third-party-invites-take-the-level-of-state-in-version-${version}`,
      fault: `In rooms of version ${version} m.room.third_party_invite takes the level of state.`,
      killedBy: isOwn(version),
      mutate: (homeserver) =>
        takeLevel(
          homeserver,
          (room) => room.version === version,
          (room) => requiredPower(room, type, true),
        ),
    },
    {
      id: `third-party-invites-are-anybodys-in-version-${version}`,
      fault: `In rooms of version ${version} any member may set m.room.third_party_invite.`,
      killedBy: isOwn(version),
      mutate: (homeserver) =>
        takeLevel(
          homeserver,
          (room) => room.version === version,
          () => 0,
        ),
    },
  ]),
  ...(['3', '8'] as const).map(
    (version): Mutant => ({
      id: `third-party-invites-take-more-than-the-level-in-version-${version}`,
      fault: `In rooms of version ${version} a third-party invite takes more than the invite level.`,
      killedBy: isOwn(version),
      mutate: (homeserver) =>
        takeLevel(
          homeserver,
          (room) => room.version === version,
          (room) => levelOf(room, 'invite') + 1,
        ),
    }),
  ),
  {
    id: 'third-party-invites-are-refused-and-kept',
    fault: 'An m.room.third_party_invite is refused in rooms of version 4, and kept all the same.',
    killedBy: early,
    mutate: (homeserver) =>
      storeRefused(
        homeserver,
        (_, { params }, { version }) => version === '4' && params.eventType === type,
      ),
  },
  {
    id: 'third-party-invites-show-no-key',
    fault: 'The public key of an m.room.third_party_invite is left out in rooms of version 8.',
    killedBy: late,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params }) =>
        params.eventType === type && homeserver.rooms.get(params.roomId ?? '')?.version === '8'
          ? ok({ display_name: 'Somebody' })
          : reply,
      ),
  },
  {
    id: 'the-level-of-its-type-counts-for-a-third-party-invite',
    fault: 'A level of its type, where there is one, decides over m.room.third_party_invite.',
    killedBy: levels,
    mutate: (homeserver) =>
      takeLevel(
        homeserver,
        (room) => isOpen(room) && isSince(room.version, 11),
        (room) => requiredPower(room, type, true),
      ),
  },
  {
    id: 'a-third-party-invite-takes-the-level-of-state-besides',
    fault: 'From version 11 on a third-party invite takes state_default beside the invite level.',
    killedBy: [...late, ...levels],
    mutate: (homeserver) =>
      takeLevel(
        homeserver,
        (room) => isSince(room.version, 11),
        (room) => Math.max(levelOf(room, 'invite'), levelOf(room, 'state_default')),
      ),
  },
  {
    id: 'a-high-level-of-inviting-counts-for-nothing',
    fault: 'A third-party invite takes no more than the level of state.',
    killedBy: levels,
    mutate: (homeserver) =>
      takeLevel(
        homeserver,
        (room) => levelOf(room, 'invite') > 50,
        () => 50,
      ),
  },
];
