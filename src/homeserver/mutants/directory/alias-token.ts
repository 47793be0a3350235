import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';

const token = killedBy('directory', 'aliases-are-changed-with-a-token');

/** Has an operation work without a token, as the maker of what it is about. */
function open(homeserver: Homeserver, operationId: string): void {
  const route = routeOf(homeserver, operationId);
  homeserver.routes[homeserver.routes.indexOf(route)] = {
    ...route,
    access: 'open',
    handle: (call, on) => {
      const room = call.params.roomId ?? String(call.body.room_id);
      const creator = on.rooms.get(room)?.events[0]?.sender;
      const maker = on.aliases.get(call.params.roomAlias ?? '')?.creator ?? creator ?? '';
      const session = on.sessions.get(call.authorization?.slice('Bearer '.length) ?? '');
      return route.handle({ ...call, sender: session?.userId ?? maker }, on);
    },
  };
}

/** Faults in which operations on aliases take an access token. */
export const aliasTokenMutants: readonly Mutant[] = [
  ...[
    ['setRoomAlias', 'an-alias-is-made-without-a-token'],
    ['deleteRoomAlias', 'an-alias-is-deleted-without-a-token'],
    ['getLocalAliases', 'aliases-are-listed-without-a-token'],
  ].map(
    ([operationId = '', id = '']): Mutant => ({
      id,
      fault: `The operation ${operationId} takes no access token.`,
      killedBy: token,
      mutate: (homeserver) => open(homeserver, operationId),
    }),
  ),
];
