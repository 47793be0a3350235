import type { Draft } from '../events/room-event.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Room } from '../rooms/room.ts';
import { rulesOf } from '../rooms/room-version.ts';
import { isUserId } from './is-user-id.ts';
import type { Rules } from './rules.ts';

/**
 * Holds an event against the authorisation rules in their order (rooms/v12/#authorisation-rules).
 * Throws 403 M_FORBIDDEN with the reason, or 400 M_BAD_JSON for an event that nobody could send.
 */
export function authorise(rules: Rules, event: Draft, room: Room): void {
  const reason = firstReason(rules, event, room);
  if (reason !== undefined) throw new MatrixError(403, 'M_FORBIDDEN', `Not allowed: ${reason}`);
}

function firstReason(rules: Rules, event: Draft, room: Room): string | undefined {
  if (event.type === 'm.room.create') return rules.create(event, room);
  const isClosed = rules.federation(event, room);
  if (isClosed !== undefined) return isClosed;
  if (event.type === 'm.room.aliases' && rulesOf(room.version).hasAliasesRule) {
    return rules.aliases(event, room);
  }
  if (event.type === 'm.room.member') return membershipRule(rules, event, room)(event, room);
  const isAbsent = rules.senderIsJoined(event, room);
  if (isAbsent !== undefined) return isAbsent;
  if (event.type === 'm.room.third_party_invite') return rules.thirdPartyInvite(event, room);
  const refusal = rules.requiredPower(event, room) ?? rules.stateKeyIsOwn(event, room);
  if (refusal !== undefined || event.type !== 'm.room.power_levels') return refusal;
  rules.powerLevelsShape(event, room);
  return rules.powerLevels(event, room);
}

function membershipRule(rules: Rules, event: Draft, room: Room): Rules['create'] {
  const { membership } = event.content;
  if (!isUserId(event.stateKey)) {
    throw new MatrixError(400, 'M_BAD_JSON', 'The state key of a member is not a user id');
  }
  // Without knocking, before version 7, a knock is a membership that nobody knows.
  const isKnown = membership !== 'knock' || rulesOf(room.version).joinRules.includes('knock');
  const rule = typeof membership === 'string' && isKnown ? ownRule(rules, membership) : undefined;
  if (rule === undefined) throw new MatrixError(400, 'M_BAD_JSON', 'The membership is not known');
  return rule;
}

function ownRule(rules: Rules, membership: string): Rules['create'] | undefined {
  return Object.hasOwn(rules.membership, membership) ? rules.membership[membership] : undefined;
}
