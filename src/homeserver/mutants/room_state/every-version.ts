import { membershipIn, type Room } from '../../rooms/room.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { heldIn } from './held-in.ts';

/** Room versions besides the one in which all other scenarios are told. */
const versions = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '12'];

const repeat = killedBy('room_state', 'a-member-below-the-power-level-may-not-repeat-the-state');

/** Faults in who may set state that show in rooms of one version. */
export const everyVersionMutants: readonly Mutant[] = versions.flatMap(
  (version): readonly Mutant[] => {
    const isHere = (room: Room) => room.version === version;
    return [
      {
        id: `outsiders-set-state-in-version-${version}`,
        fault: `In rooms of version ${version} who is no member may set state.`,
        killedBy: heldIn(version),
        mutate: ({ rules }) => {
          const { senderIsJoined } = rules;
          rules.senderIsJoined = (event, room) =>
            isHere(room) && isCustom(event.type) ? undefined : senderIsJoined(event, room);
        },
      },
      {
        id: `who-was-a-member-sets-state-in-version-${version}`,
        fault: `In rooms of version ${version} who is no longer a member may set state.`,
        killedBy: heldIn(version),
        mutate: ({ rules }) => {
          const { senderIsJoined } = rules;
          rules.senderIsJoined = (event, room) => {
            const membership = membershipIn(room.state, event.sender);
            const wasHere = room.events.some(
              ({ type, stateKey, content }) =>
                type === 'm.room.member' &&
                stateKey === event.sender &&
                content.membership === 'join',
            );
            const isGone = membership === 'leave' || membership === 'ban';
            return isHere(room) && wasHere && isGone ? undefined : senderIsJoined(event, room);
          };
        },
      },
      {
        id: `levels-of-types-have-no-effect-in-version-${version}`,
        fault: `In rooms of version ${version} what a custom type takes is not compared.`,
        killedBy: [...heldIn(version), ...repeat],
        mutate: ({ rules }) => {
          const { requiredPower } = rules;
          rules.requiredPower = (event, room) =>
            isHere(room) && isCustom(event.type) ? undefined : requiredPower(event, room);
        },
      },
      {
        id: `keys-of-others-are-free-in-version-${version}`,
        fault: `In rooms of version ${version} the user id of another may be the state key.`,
        killedBy: heldIn(version),
        mutate: ({ rules }) => {
          const { stateKeyIsOwn } = rules;
          rules.stateKeyIsOwn = (event, room) =>
            isHere(room) ? undefined : stateKeyIsOwn(event, room);
        },
      },
    ];
  },
);
