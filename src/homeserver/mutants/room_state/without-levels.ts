import { creatorsOf, type Room } from '../../rooms/room.ts';
import { hasCreators } from '../../rooms/room-version.ts';
import { powerLevels, powerOf } from '../../rules/power.ts';
import { breakDown } from '../break-down.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const seen = killedBy('room_state', 'without-levels-state-takes-the-defaults');

/** Whether the power levels of a room have nothing in them. */
function areEmpty(room: Room): boolean {
  const levels = powerLevels(room);
  return levels !== undefined && Object.keys(levels).length === 0;
}

/** Faults in what holds where power levels say nothing. */
export const withoutLevelsMutants: readonly Mutant[] = [
  {
    id: 'empty-levels-leave-the-creator-in-power',
    fault: 'Where power levels are empty, who made a room of any version has the level 100.',
    killedBy: seen,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        areEmpty(room) && creatorsOf(room)[0] === event.sender
          ? undefined
          : requiredPower(event, room);
    },
  },
  {
    id: 'empty-levels-let-their-author-undo-them',
    fault: 'Who emptied the power levels may set them again.',
    killedBy: seen,
    mutate: ({ rules }) => {
      for (const name of ['requiredPower', 'powerLevels'] as const) {
        const sound = rules[name];
        rules[name] = (event, room) =>
          areEmpty(room) && event.type === 'm.room.power_levels' ? undefined : sound(event, room);
      }
    },
  },
  {
    id: 'empty-levels-open-the-room',
    fault: 'Where power levels are empty, every member may set state.',
    killedBy: seen,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        areEmpty(room) && creatorsOf(room)[0] !== event.sender
          ? undefined
          : requiredPower(event, room);
    },
  },
  {
    id: 'empty-levels-bind-creators',
    fault: 'Where power levels are empty, creators have no power in version 12, either.',
    killedBy: seen,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        areEmpty(room) && hasCreators(room.version) && event.type.startsWith('org.')
          ? 'your power level does not allow setting state'
          : requiredPower(event, room);
    },
  },
  {
    id: 'one-below-the-default-is-enough',
    fault: 'Where state_default is not set, who has the level 49 may set state.',
    killedBy: seen,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        hasCreators(room.version) &&
        powerLevels(room)?.state_default === undefined &&
        powerOf(room, event.sender) === 49
          ? undefined
          : requiredPower(event, room);
    },
  },
  {
    id: 'empty-levels-are-too-much',
    fault: 'Empty power levels are answered with 500 in rooms before version 12.',
    killedBy: [
      ...seen,
      ...killedBy('m.room.power_levels', 'odd-power-levels-are-answered-in-good-order'),
    ],
    mutate: (homeserver) =>
      breakDown(homeserver, 'setRoomStateWithKey', ({ params, body }) => {
        const version = homeserver.rooms.get(params.roomId ?? '')?.version ?? '12';
        const isEmpty = Object.keys(body).length === 0;
        return params.eventType === 'm.room.power_levels' && isEmpty && !hasCreators(version);
      }),
  },
];
