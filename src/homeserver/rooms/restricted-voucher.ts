import { isObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import { joinRuleOf, mayInvite } from '../rules/membership-rules.ts';
import { membershipIn, type Room } from './room.ts';
import { stateEvent } from './room-state.ts';

/**
 * What a join of a restricted room has to name: a member who may invite, provided that the user is
 * in one of the rooms that the join rules allow (client-server-api/#restricted-rooms). Empty where
 * no condition is met, and where none is needed.
 */
export function restrictedVoucher(
  homeserver: Homeserver,
  room: Room,
  userId: string,
): { readonly join_authorised_via_users_server?: string } {
  const joinRule = joinRuleOf(room);
  if (joinRule !== 'restricted' && joinRule !== 'knock_restricted') return {};
  if (!['leave', 'knock'].includes(membershipIn(room.state, userId))) return {};
  const allowed: unknown = stateEvent(room.state, 'm.room.join_rules')?.content.allow;
  const isAllowed = (Array.isArray(allowed) ? allowed : []).some((condition: unknown) => {
    if (!isObject(condition) || condition.type !== 'm.room_membership') return false;
    const other = homeserver.rooms.get(String(condition.room_id));
    return other !== undefined && membershipIn(other.state, userId) === 'join';
  });
  if (!isAllowed) return {};
  const inviter = [...homeserver.accounts.keys()].find((member) => mayInvite(room, member));
  return inviter === undefined ? {} : { join_authorised_via_users_server: inviter };
}
