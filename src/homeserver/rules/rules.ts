import type { Draft } from '../events/room-event.ts';
import { membershipIn, type Room } from '../rooms/room.ts';
import { stateEvent } from '../rooms/room-state.ts';
import { create } from './create-rule.ts';
import { membershipRules } from './membership-rules.ts';
import { levelOf, powerOf, requiredPower } from './power.ts';
import { powerLevelsRule } from './power-levels-rule.ts';
import { checkPowerLevelsShape } from './power-levels-shape.ts';
import type { Rule } from './rule.ts';

/** The authorisation rules by name, in parts that can be replaced. */
export interface Rules {
  create: Rule;
  federation: Rule;
  /** Of room versions 1 to 5. */
  aliases: Rule;
  membership: Record<string, Rule>;
  senderIsJoined: Rule;
  thirdPartyInvite: Rule;
  requiredPower: Rule;
  stateKeyIsOwn: Rule;
  /** Throws 400 M_BAD_JSON. */
  powerLevelsShape: (event: Draft, room: Room) => void;
  powerLevels: Rule;
}

/** The rules of room versions 1 to 12, which differ by the version of the room. */
export function soundRules(): Rules {
  return {
    create,
    federation: (event, room) => {
      const created = stateEvent(room.state, 'm.room.create');
      if (created?.content['m.federate'] !== false) return undefined;
      const isForeign = domainOf(created.sender) !== domainOf(event.sender);
      return isForeign ? 'the room is closed to other servers' : undefined;
    },
    aliases: (event) =>
      event.stateKey === domainOf(event.sender)
        ? undefined
        : 'the state key is not your server name',
    membership: { ...membershipRules },
    senderIsJoined: (event, room) =>
      membershipIn(room.state, event.sender) === 'join' ? undefined : 'you are not in the room',
    thirdPartyInvite: (event, room) =>
      powerOf(room, event.sender) >= levelOf(room, 'invite')
        ? undefined
        : 'your power level does not allow inviting',
    requiredPower: (event, room) =>
      powerOf(room, event.sender) >= requiredPower(room, event.type, event.stateKey !== undefined)
        ? undefined
        : `your power level does not allow sending ${event.type}`,
    stateKeyIsOwn: (event) =>
      event.stateKey?.startsWith('@') === true && event.stateKey !== event.sender
        ? 'the state key belongs to another user'
        : undefined,
    powerLevelsShape: checkPowerLevelsShape,
    powerLevels: powerLevelsRule,
  };
}

function domainOf(userId: string): string {
  return userId.slice(userId.indexOf(':') + 1);
}
