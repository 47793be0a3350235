import { MatrixError } from '../../http/matrix-error.ts';
import { membershipIn } from '../../rooms/room.ts';
import { breakDown } from '../break-down.ts';
import { changeCall } from '../change-call.ts';
import { breakOn } from './break-on.ts';
import { type Fault, faults } from './faults.ts';
import { before, bySelf, now } from './now.ts';
import { anothers } from './own.ts';

const profiles = 'odd-profiles-are-answered';
const rooms = 'memberships-of-an-unknown-room-are-answered';
const users = 'memberships-of-unknown-users-are-answered';
const servers = 'invites-to-unreachable-servers-are-answered';
const kicks = 'kicks-of-who-is-not-in-the-room-are-answered';

const odd: readonly Fault[] = (
  [
    ['a-displayname-of-null', ({ displayname }) => displayname === null],
    ['an-empty-displayname', ({ displayname }) => displayname === ''],
    ['a-displayname-that-is-a-number', ({ displayname }) => typeof displayname === 'number'],
    [
      'a-displayname-that-is-an-object',
      ({ displayname }) => Object.keys(Object(displayname)).includes('name'),
    ],
    ['a-displayname-that-is-a-list', ({ displayname }) => Array.isArray(displayname)],
    ['a-displayname-that-is-long', ({ displayname }) => String(displayname).length > 256],
    ['an-avatar-of-null', ({ avatar_url: avatar }) => avatar === null],
    ['an-avatar-that-is-a-number', ({ avatar_url: avatar }) => typeof avatar === 'number'],
    ['an-avatar-that-is-a-list', ({ avatar_url: avatar }) => Array.isArray(avatar)],
    ['an-avatar-that-is-no-mxc-uri', ({ avatar_url: avatar }) => /^https/.test(String(avatar))],
    ['an-is-direct-that-is-a-string', ({ is_direct: direct }) => typeof direct === 'string'],
    ['a-reason-that-is-a-number', ({ reason }) => typeof reason === 'number'],
  ] as readonly [string, (content: Readonly<Record<string, unknown>>) => boolean][]
).map(([what, isOne]) => [
  `${what}-breaks-the-homeserver`,
  `The homeserver breaks down on ${what.replaceAll('-', ' ')} in a membership.`,
  profiles,
  (homeserver) => breakOn(homeserver, ({ content }) => isOne(content)),
]);

const lost: readonly Fault[] = (['join', 'leave', 'knock', 'invite', 'ban'] as const).map((to) => [
  `to-put-${to}-in-an-unknown-room-breaks-the-homeserver`,
  `The homeserver breaks down where ${to} is put in a room that it does not know.`,
  rooms,
  (homeserver) =>
    breakDown(
      homeserver,
      'setRoomStateWithKey',
      ({ params, body }) =>
        params.eventType === 'm.room.member' &&
        body.membership === to &&
        !homeserver.rooms.has(params.roomId ?? ''),
    ),
]);

/** Faults in what the specification leaves open. */
export const leftOpenMutants = faults([
  ...odd,
  ...lost,
  [
    'a-join-of-an-unknown-room-is-refused-in-its-own-words',
    'A join of an unknown room is refused with an error that is no standard one.',
    rooms,
    (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', ({ params, body }) => {
        if (homeserver.rooms.has(params.roomId ?? '') || body.membership !== 'join') return {};
        throw new MatrixError(404, 'no such room', '');
      }),
  ],
  ...(['invite', 'leave', 'ban'] as const).map(
    (to): Fault => [
      `to-put-${to}-for-an-unknown-user-breaks-the-homeserver`,
      `The homeserver breaks down where ${to} is put for a local user who does not exist.`,
      users,
      (homeserver) =>
        breakOn(
          homeserver,
          (event, room) =>
            anothers(to)(event, room) &&
            event.stateKey?.endsWith(`:${homeserver.name}`) === true &&
            event.stateKey.startsWith('@') &&
            !homeserver.accounts.has(event.stateKey),
        ),
    ],
  ),
  ...(['invite', 'ban'] as const).map(
    (to): Fault => [
      `to-put-${to}-for-a-remote-user-breaks-the-homeserver`,
      `The homeserver breaks down where ${to} is put for a user of another server.`,
      servers,
      (homeserver) =>
        breakOn(
          homeserver,
          (event, room) =>
            anothers(to)(event, room) &&
            event.stateKey?.endsWith('.invalid') === true &&
            membershipIn(room.state, event.sender) === 'join',
        ),
    ],
  ),
  [
    'to-kick-who-never-came-breaks-the-homeserver',
    'The homeserver breaks down where who never came is kicked.',
    kicks,
    (homeserver) =>
      breakOn(
        homeserver,
        (event, room) =>
          anothers('leave')(event, room) &&
          now(room, event.stateKey) === 'never' &&
          homeserver.accounts.has(event.stateKey ?? ''),
      ),
  ],
  [
    'to-kick-who-left-breaks-the-homeserver',
    'The homeserver breaks down where who left is kicked.',
    kicks,
    (homeserver) =>
      breakOn(
        homeserver,
        (event, room) =>
          anothers('leave')(event, room) &&
          now(room, event.stateKey) === 'leave' &&
          before(room, event.stateKey) === 'join' &&
          bySelf(room, event.stateKey),
      ),
  ],
]);
