import { stateEvent } from '../../rooms/room-state.ts';
import { changePut, without } from './change-put.ts';
import { type Fault, faults } from './faults.ts';
import { follow } from './follow.ts';
import { forbid } from './forbid.ts';
import { bySelf, now } from './now.ts';
import { anothers, own } from './own.ts';
import { tellMembers } from './tell-members.ts';

const back = 'an-unban-lets-the-user-back-in';
const absent = 'who-is-not-in-the-room-can-be-banned';
const ban = anothers('ban');
const leave = anothers('leave');

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
      [
        'who-is-banned-may-neither-join-nor-leave',
        'who-is-not-invited-may-not-join',
        'the-key-of-a-membership-is-a-user-id',
      ],
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

/** Faults in banning and unbanning. */
export const banningMutants = faults([
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
]);
