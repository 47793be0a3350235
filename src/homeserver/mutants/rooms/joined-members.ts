import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { readAsCreator } from './read-as-creator.ts';
import { type Standing, standingOf } from './standing-of.ts';

const get = 'getJoinedMembersByRoom';
const joined = killedBy('rooms', 'joined-members-are-those-who-are-joined');
const only = killedBy('rooms', 'joined-members-are-told-to-members-only');

/** Adds members of some membership to those who are joined. */
function withMembers(homeserver: Homeserver, membership: string): void {
  changeReply(homeserver, get, (reply, { params }) => {
    const state = homeserver.rooms.get(params.roomId ?? '')?.state ?? new Map();
    const more = [...state.values()]
      .filter(({ type, content }) => type === 'm.room.member' && content.membership === membership)
      .map(({ stateKey }) => [stateKey, {}]);
    const known = isObject(reply.body) ? Object(reply.body.joined) : {};
    return { ...reply, body: { joined: { ...known, ...Object.fromEntries(more) } } };
  });
}

/** Leaves some out of those who are joined. */
function withoutMembers(
  homeserver: Homeserver,
  isLost: (userId: string, asking: string, roomId: string) => boolean,
): void {
  changeReply(homeserver, get, (reply, { params: { roomId = '' }, sender }) => {
    const known = isObject(reply.body) ? Object(reply.body.joined) : {};
    const left = Object.entries(known).filter(([userId]) => !isLost(userId, sender, roomId));
    return { ...reply, body: { joined: Object.fromEntries(left) } };
  });
}

const outsiders: readonly Standing[] = [
  'never-there',
  'invited',
  'left',
  'banned',
  'unbanned',
  'declined-again',
  'kicked',
];

/** Faults in who is told as joined, and to whom. */
export const joinedMemberMutants: readonly Mutant[] = [
  ...['invite', 'leave', 'ban'].map(
    (membership): Mutant => ({
      id: `joined-members-has-those-with-${membership}`,
      fault: `The joined members have those with the membership ${membership}.`,
      killedBy: joined,
      mutate: (homeserver) => withMembers(homeserver, membership),
    }),
  ),
  {
    id: 'joined-members-lacks-who-asks',
    fault: 'The joined members lack the one who asks.',
    killedBy: joined,
    mutate: (homeserver) => withoutMembers(homeserver, (userId, asking) => userId === asking),
  },
  {
    id: 'joined-members-lacks-who-was-invited',
    fault: 'The joined members lack those who were invited before they joined.',
    killedBy: joined,
    mutate: (homeserver) =>
      withoutMembers(homeserver, (userId, _, roomId) => {
        const events = homeserver.rooms.get(roomId)?.events ?? [];
        return events.some(
          ({ stateKey, content }) => stateKey === userId && content.membership === 'invite',
        );
      }),
  },
  {
    id: 'joined-members-lacks-who-joined-again',
    fault: 'The joined members lack those who had left and joined again.',
    killedBy: joined,
    mutate: (homeserver) =>
      withoutMembers(homeserver, (userId, _, roomId) => {
        const events = homeserver.rooms.get(roomId)?.events ?? [];
        return events.some(
          ({ stateKey, content }) => stateKey === userId && content.membership === 'leave',
        );
      }),
  },
  ...outsiders.map(
    (standing): Mutant => ({
      id: `who-is-${standing}-is-told-the-joined-members`,
      fault: `Who stands to the room as ${standing} is told who is joined.`,
      killedBy: only,
      mutate: (homeserver) =>
        readAsCreator(homeserver, get, (room, call) => standingOf(room, call.sender) === standing),
    }),
  ),
  {
    id: 'joined-members-of-closed-rooms-are-not-found',
    fault: 'Who is not in a room is told that it has no joined members to be found.',
    killedBy: only,
    mutate: (homeserver) =>
      changeCall(homeserver, get, ({ params, sender }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        if (room === undefined || standingOf(room, sender) === 'in-the-room') return {};
        throw new MatrixError(404, 'M_NOT_FOUND', 'There are none');
      }),
  },
];
