import { isSince, type RoomVersion } from '../../rooms/room-version.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { ruleAliases } from './rule-aliases.ts';
import { storeRefused } from './store-refused.ts';

const own = killedBy('room_state', 'aliases-of-the-own-server-take-no-power-before-version-6');
const other = killedBy('room_state', 'aliases-of-another-server-are-refused-before-version-6');

const old: readonly RoomVersion[] = ['1', '2', '3', '4', '5'];

/** What another key than the server's name is like. */
const keys: readonly [what: string, isOfKind: (key: string, serverName: string) => boolean][] = [
  ['the empty key', (key) => key === ''],
  ['a subdomain', (key, serverName) => key !== serverName && key.endsWith(serverName)],
  ['another domain', (key) => key === 'other.example.org'],
  ['a longer name', (key, serverName) => key !== serverName && key.startsWith(serverName)],
  ['a user id', (key) => key.startsWith('@')],
  ['a shorter name', (key, serverName) => key !== '' && serverName.startsWith(key)],
];

/** Faults in the rule that room versions 1 to 5 have for `m.room.aliases`. */
export const aliasesEventMutants: readonly Mutant[] = [
  ...old.map(
    (version): Mutant => ({
      id: `aliases-take-power-in-version-${version}`,
      fault: `In rooms of version ${version} m.room.aliases take the power of their type.`,
      killedBy: own,
      mutate: (homeserver) => {
        const { requiredPower: power } = homeserver.rules;
        ruleAliases(
          homeserver,
          (one) => one === version,
          (event, room) => power(event, room) ?? 'go on',
        );
      },
    }),
  ),
  ...keys.map(
    ([what, isOfKind]): Mutant => ({
      id: `aliases-of-${what.replaceAll(' ', '-')}-are-taken`,
      fault: `Before version 6 m.room.aliases are accepted with ${what} as their state key.`,
      killedBy: other,
      mutate: (homeserver) =>
        ruleAliases(
          homeserver,
          (version) => !isSince(version, 6),
          ({ stateKey = '' }) =>
            isOfKind(stateKey, homeserver.name) && stateKey !== homeserver.name
              ? undefined
              : 'go on',
        ),
    }),
  ),
  ...(['1', '5'] as const).map(
    (version): Mutant => ({
      id: `aliases-are-anybodys-in-version-${version}`,
      fault: `In rooms of version ${version} the state key of m.room.aliases is not looked at.`,
      killedBy: other,
      mutate: (homeserver) =>
        ruleAliases(
          homeserver,
          (one) => one === version,
          () => undefined,
        ),
    }),
  ),
  {
    id: 'aliases-of-others-are-refused-and-kept',
    fault: 'Aliases of another server are refused before version 6, and kept all the same.',
    killedBy: other,
    mutate: (homeserver) =>
      storeRefused(
        homeserver,
        (_, { params }, { version }) =>
          params.eventType === 'm.room.aliases' && !isSince(version, 6),
      ),
  },
  {
    id: 'aliases-are-answered-and-not-kept',
    fault: 'Before version 6 aliases of who lacks the power are answered with 200 and not kept.',
    killedBy: own,
    mutate: ({ rooms, state }) => {
      const { write } = state;
      state.write = (into, event) => {
        const room = rooms.get(event.roomId);
        const isOld = room !== undefined && !isSince(room.version, 6);
        const isCreators = room?.events[0]?.sender === event.sender;
        if (event.type === 'm.room.aliases' && isOld && !isCreators) return;
        write(into, event);
      };
    },
  },
];
