import { isObject } from '../../events/json.ts';
import type { RoomEvent } from '../../events/room-event.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changePut, without } from './change-put.ts';
import { type Fault, faults } from './faults.ts';
import { follow } from './follow.ts';
import { forbid } from './forbid.ts';
import { letWrite } from './let-write.ts';
import { anothers, bySelf, now, own } from './past.ts';
import { permit } from './permit.ts';
import { syncAs } from './sync-as.ts';
import { tellMembers } from './tell-members.ts';

const back = 'an-unban-lets-the-user-back-in';
const absent = 'who-is-not-in-the-room-can-be-banned';
const levels = 'an-unban-takes-the-ban-level-and-the-kick-level';
const ban = anothers('ban');
const leave = anothers('leave');

/** What is wrong with who is put out of a room, for a kick and for a ban. */
const removed: readonly Fault[] = (
  [
    ['kicked', 'leave', 'a-member-who-is-kicked-is-out'],
    ['banned', 'ban', 'a-member-who-is-banned-is-out'],
  ] as const
).flatMap(([what, to, scenario]): readonly Fault[] => {
  const isOne = ({ content, sender, stateKey, replaced }: RoomEvent) =>
    content.membership === to &&
    content.reason === 'Enough of it' &&
    sender !== stateKey &&
    replaced?.content.membership === 'join';
  return [
    [
      `who-is-${what}-writes`,
      `Who is ${what} by a PUT may write still.`,
      scenario,
      (homeserver) => letWrite(homeserver, isOne, true),
    ],
    [
      `who-is-${what}-syncs-the-room`,
      `Who is ${what} by a PUT has the room in sync still.`,
      scenario,
      (homeserver) => syncAs(homeserver, isOne, 'join'),
    ],
    [
      `who-is-${what}-is-listed-as-joined`,
      `The list of members tells who is ${what} as joined.`,
      scenario,
      (homeserver) =>
        tellMembers(homeserver, isOne, (told, { replaced }) => ({
          ...told,
          content: replaced?.content,
        })),
    ],
    [
      `who-is-${what}-is-listed-as-the-sender`,
      `The list of members tells who is ${what} as having done it themselves.`,
      scenario,
      (homeserver) =>
        tellMembers(homeserver, isOne, (told) => ({ ...told, sender: told.state_key })),
    ],
    [
      `who-is-${what}-stays`,
      `A PUT by which somebody is ${what} for a reason is answered, and they stay.`,
      scenario,
      (homeserver) =>
        follow(homeserver, (event) => {
          if (isOne(event) && event.replaced !== undefined) event.content = event.replaced.content;
        }),
    ],
    [
      `who-is-${what}-is-not-told-why`,
      `The reason for which somebody is ${what} is cut off.`,
      scenario,
      (homeserver) =>
        follow(homeserver, (event) => {
          if (isOne(event)) event.content = { ...event.content, reason: 'Enough' };
        }),
    ],
  ];
});

/** Who cannot be banned, because they are not in the room. */
const unseen: readonly Fault[] = (
  [
    [
      'never-came',
      (is) => is === 'never',
      [
        'who-is-banned-may-neither-join-nor-leave',
        'an-unban-takes-the-ban-level-and-the-kick-level',
      ],
    ],
    [
      'is-invited',
      (is) => is === 'invite',
      ['who-is-banned-may-neither-join-nor-leave', 'who-is-not-invited-may-not-join'],
    ],
    ['is-banned', (is) => is === 'ban', ['nobody-bans-themselves', 'nobody-moderates-a-creator']],
    ['left-by-themselves', (is, self) => is === 'leave' && self, []],
  ] as readonly [string, (is: string, self: boolean) => boolean, readonly string[]][]
).map(([who, isOne, more]) => [
  `who-${who}-is-not-banned`,
  `Who ${who.replaceAll('-', ' ')} cannot be banned.`,
  [absent, ...more],
  (homeserver) =>
    forbid(
      homeserver,
      (event, room) =>
        ban(event, room) && isOne(now(room, event.stateKey), bySelf(room, event.stateKey)),
    ),
]);

/** Faults in kicking, banning and unbanning. */
export const banningMutants = faults([
  ...removed,
  ...unseen,
  [
    'another-ban-is-not-stored',
    'A ban of who is banned is answered, and not stored.',
    absent,
    (homeserver) =>
      follow(homeserver, (event) => {
        const old = event.replaced?.content;
        if (event.content.membership === 'ban' && old?.membership === 'ban') event.content = old;
      }),
  ],
  [
    'an-unban-lets-in',
    'Who is unbanned after having been in the room is in it again.',
    back,
    (homeserver) =>
      follow(homeserver, (event) => {
        if (event.content.reason !== 'Forgiven') return;
        event.content = { ...event.content, membership: 'join' };
      }),
  ],
  [
    'who-was-unbanned-does-not-join',
    'Who was unbanned cannot join again by a PUT.',
    back,
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          own('join')(event, room) &&
          now(room, event.sender) === 'leave' &&
          room.events.some(
            ({ stateKey, content }) => stateKey === event.sender && content.membership === 'ban',
          ) &&
          homeserver.state.list(room.state).some(({ content }) => content.join_rule === 'public'),
      ),
  ],
  [
    'who-was-unbanned-and-invited-does-not-join',
    'Who was unbanned cannot accept an invite.',
    back,
    (homeserver) =>
      forbid(homeserver, (event, room) => {
        const member = stateEvent(room.state, 'm.room.member', event.sender);
        const unban = member?.replaced?.replaced;
        return own('join')(event, room) && unban?.content.membership === 'ban';
      }),
  ],
  [
    'who-was-unbanned-is-listed-as-banned',
    'The list of members tells who was unbanned as banned.',
    back,
    (homeserver) =>
      tellMembers(
        homeserver,
        ({ replaced, content }) =>
          replaced?.content.membership === 'ban' && content.membership === 'leave',
        (told, { replaced }) => ({ ...told, content: replaced?.content }),
      ),
  ],
  [
    'an-unban-loses-its-reason',
    'The reason of an unban is not stored.',
    back,
    (homeserver) =>
      changePut(
        homeserver,
        (event, room) => leave(event, room) && now(room, event.stateKey) === 'ban',
        without('reason'),
      ),
  ],
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
