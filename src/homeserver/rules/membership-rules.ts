import type { Draft } from '../events/room-event.ts';
import { creatorsOf, membershipIn, type Room } from '../rooms/room.ts';
import { stateEvent } from '../rooms/room-state.ts';
import { rulesOf } from '../rooms/room-version.ts';
import { levelOf, powerOf } from './power.ts';
import type { Rule } from './rule.ts';
import { acceptedThirdPartyInvite } from './third-party-invite.ts';

/** The rules of `m.room.member`, one for each membership (rooms/v12/#authorisation-rules, rule 5). */
export const membershipRules = {
  join: (event, room) => {
    const target = targetOf(event);
    const [creator] = creatorsOf(room);
    if (room.events.length === 1 && creator === target) return undefined;
    if (event.sender !== target) return 'nobody joins for another';
    const membership = membershipIn(room.state, target);
    if (membership === 'ban') return 'you are banned from the room';
    const joinRule = joinRuleOf(room);
    if (joinRule === 'public') return undefined;
    // A rule that the room version does not know lets not even members change their profile.
    const isKnown = joinRule === 'invite' || knows(room, joinRule);
    if (['invite', 'join'].includes(membership) && isKnown) return undefined;
    const isRestricted = joinRule === 'restricted' || joinRule === 'knock_restricted';
    if (!isRestricted || !isKnown) return 'you are not invited';
    const voucher: unknown = event.content.join_authorised_via_users_server;
    return typeof voucher === 'string' && mayInvite(room, voucher)
      ? undefined
      : 'you meet no condition of the restricted room';
  },

  invite: (event, room) => {
    if (event.content.third_party_invite !== undefined) {
      return acceptedThirdPartyInvite(event, room);
    }
    if (membershipIn(room.state, event.sender) !== 'join') return 'you are not in the room';
    const membership = membershipIn(room.state, targetOf(event));
    if (membership === 'join') return 'the user is in the room already';
    if (membership === 'ban') return 'the user is banned from the room';
    return mayInvite(room, event.sender) ? undefined : 'your power level does not allow inviting';
  },

  leave: (event, room) => {
    const target = targetOf(event);
    const membership = membershipIn(room.state, target);
    if (event.sender === target) {
      return ['invite', 'join', 'knock'].includes(membership)
        ? undefined
        : 'you are not in the room';
    }
    if (membershipIn(room.state, event.sender) !== 'join') return 'you are not in the room';
    const power = powerOf(room, event.sender);
    if (membership === 'ban' && power < levelOf(room, 'ban')) {
      return 'your power level does not allow unbanning';
    }
    return power >= levelOf(room, 'kick') && powerOf(room, target) < power
      ? undefined
      : 'your power level does not allow kicking this user';
  },

  ban: (event, room) => {
    if (membershipIn(room.state, event.sender) !== 'join') return 'you are not in the room';
    const power = powerOf(room, event.sender);
    return power >= levelOf(room, 'ban') && powerOf(room, targetOf(event)) < power
      ? undefined
      : 'your power level does not allow banning this user';
  },

  knock: (event, room) => {
    const joinRule = joinRuleOf(room);
    const takesKnocks = joinRule === 'knock' || joinRule === 'knock_restricted';
    if (!takesKnocks || !knows(room, joinRule)) return 'this room takes no knocks';
    if (event.sender !== targetOf(event)) return 'nobody knocks for another';
    return ['ban', 'invite', 'join'].includes(membershipIn(room.state, event.sender))
      ? 'you cannot knock now'
      : undefined;
  },
} satisfies Record<string, Rule>;

/** Whether a user is in the room and has the power to invite. */
export function mayInvite(room: Room, userId: string): boolean {
  const isJoined = membershipIn(room.state, userId) === 'join';
  return isJoined && powerOf(room, userId) >= levelOf(room, 'invite');
}

function targetOf(event: Draft): string {
  return event.stateKey ?? '';
}

/** Whether the version of a room knows a join rule besides the first two. */
function knows(room: Room, joinRule: unknown): boolean {
  return rulesOf(room.version).joinRules.some((known) => known === joinRule);
}

/** The join rule of a room; `invite` without one. */
export function joinRuleOf(room: Room): unknown {
  return stateEvent(room.state, 'm.room.join_rules')?.content.join_rule ?? 'invite';
}
