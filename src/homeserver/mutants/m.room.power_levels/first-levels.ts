import { isObject, type JsonObject } from '../../events/json.ts';
import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Room } from '../../rooms/room.ts';
import { hasCreators } from '../../rooms/room-version.ts';
import { powerLevels } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const malformed = killedBy(
  'm.room.power_levels',
  'a-new-room-has-no-malformed-levels-from-version-10',
);

/** Has the checks not see some of the first power levels of a room. */
function hide({ rules }: Homeserver, rest: (content: JsonObject) => JsonObject): void {
  const { powerLevels: changes, powerLevelsShape: shape } = rules;
  const seen = (event: Draft, room: Room) =>
    powerLevels(room) === undefined && Number(room.version) >= 10
      ? { ...event, content: rest(event.content) }
      : event;
  rules.powerLevels = (event, room) => changes(seen(event, room), room);
  rules.powerLevelsShape = (event, room) => shape(seen(event, room), room);
}

/** Faults in how the power levels that a room begins with are checked. */
export const firstLevelMutants: readonly Mutant[] = [
  {
    id: 'the-first-levels-are-not-checked',
    fault: 'The power levels that a room begins with are taken as they come.',
    killedBy: malformed,
    mutate: (homeserver) => hide(homeserver, () => ({})),
  },
  ...(['ban', 'state_default', 'notifications'] as const).map(
    (name): Mutant => ({
      id: `the-first-${name.replace('_', '-')}-is-not-checked`,
      fault: `The form of ${name} is not looked at when a room is created.`,
      killedBy: malformed,
      mutate: (homeserver) => hide(homeserver, ({ [name]: _, ...rest }) => rest),
    }),
  ),
  {
    id: 'the-first-users-are-not-checked',
    fault: 'The users in the first power levels of a room before version 12 may be anything.',
    killedBy: malformed,
    mutate: (homeserver) => hide(homeserver, ({ users: _, ...rest }) => rest),
  },
  {
    id: 'the-first-users-may-name-the-creator',
    fault: 'The first power levels of a room of version 12 may name its creator.',
    killedBy: malformed,
    mutate: ({ rules }) => {
      const sound = rules.powerLevels;
      rules.powerLevels = (event, room) => {
        const { users } = event.content;
        const isFirst = powerLevels(room) === undefined && hasCreators(room.version);
        return isFirst && isObject(users) ? undefined : sound(event, room);
      };
    },
  },
];
