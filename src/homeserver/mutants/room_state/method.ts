import type { Homeserver } from '../../homeserver.ts';
import { ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import type { Route } from '../../http/route.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';

const post = killedBy('room_state', 'post-is-not-supported', 'cors-headers-stand-on-every-answer');
const method = killedBy('room_state', 'an-unknown-method-is-refused');
const path = killedBy('room_state', 'an-unknown-path-is-refused');

/** Answers further methods as the PUT of state is answered. */
function alsoAs(homeserver: Homeserver, also: Route['method']): void {
  const put = routeOf(homeserver, 'setRoomStateWithKey');
  homeserver.routes.push({ ...put, method: also });
}

/** Refuses wrong methods in another way. */
function refuseMethod(
  { wire }: Homeserver,
  refuse: (method: string, path: string) => MatrixError | undefined,
): void {
  const { wrongMethod } = wire;
  wire.wrongMethod = (wrong, at) => refuse(wrong, at) ?? wrongMethod(wrong, at);
}

/** Faults in what is answered to methods and paths that there are not. */
export const methodMutants: readonly Mutant[] = [
  {
    id: 'post-works-like-put',
    fault: 'A POST to a state path sets the state.',
    killedBy: post,
    mutate: (homeserver) => alsoAs(homeserver, 'POST'),
  },
  {
    id: 'post-is-not-found',
    fault: 'A POST to a state path is refused with 404.',
    killedBy: killedBy('room_state', 'post-is-not-supported'),
    mutate: (homeserver) =>
      refuseMethod(homeserver, (wrong) =>
        wrong === 'POST' ? homeserver.wire.unknownPath('') : undefined,
      ),
  },
  {
    id: 'delete-works-like-put',
    fault: 'A DELETE of a state path sets the state.',
    killedBy: method,
    mutate: (homeserver) => alsoAs(homeserver, 'DELETE'),
  },
  {
    id: 'patch-is-not-found',
    fault: 'A PATCH of a state path is refused with 404.',
    killedBy: method,
    mutate: (homeserver) =>
      refuseMethod(homeserver, (wrong) =>
        wrong === 'PATCH' ? homeserver.wire.unknownPath('') : undefined,
      ),
  },
  {
    id: 'all-state-can-be-put',
    fault: 'A PUT of all state is answered with 200, and does nothing.',
    killedBy: method,
    mutate: (homeserver) => {
      const all = routeOf(homeserver, 'getRoomState');
      homeserver.routes.push({ ...all, method: 'PUT', handle: () => ok({}) });
    },
  },
  {
    id: 'a-put-of-all-state-is-not-found',
    fault: 'A PUT of all state is refused with 404.',
    killedBy: method,
    mutate: (homeserver) =>
      refuseMethod(homeserver, (wrong) =>
        wrong === 'PUT' ? homeserver.wire.unknownPath('') : undefined,
      ),
  },
  {
    id: 'a-delete-of-what-is-there-empties-it',
    fault: 'A DELETE of an entry that is there sets it to {}; of others it is refused.',
    killedBy: method,
    mutate: (homeserver) => {
      const put = routeOf(homeserver, 'setRoomStateWithKey');
      const handle: Route['handle'] = (call, on) => {
        const { roomId = '', eventType = '', stateKey = '' } = call.params;
        const room = homeserver.rooms.get(roomId);
        const isThere = room && stateEvent(room.state, eventType, stateKey) !== undefined;
        if (!isThere) throw homeserver.wire.wrongMethod('DELETE', '');
        return put.handle({ ...call, body: {} }, on);
      };
      homeserver.routes.push({ ...put, method: 'DELETE', handle });
    },
  },
  {
    id: 'all-state-can-be-deleted',
    fault: 'A DELETE of all state is answered with 200, and does nothing.',
    killedBy: method,
    mutate: (homeserver) => {
      const all = routeOf(homeserver, 'getRoomState');
      homeserver.routes.push({ ...all, method: 'DELETE', handle: () => ok({}) });
    },
  },
  {
    id: 'an-unknown-method-is-unknown',
    fault: 'A DELETE or PATCH is refused with M_UNKNOWN.',
    killedBy: method,
    mutate: (homeserver) =>
      refuseMethod(homeserver, (wrong) =>
        wrong === 'POST' ? undefined : new MatrixError(405, 'M_UNKNOWN', 'Not allowed'),
      ),
  },
  {
    id: 'an-unknown-path-is-not-found',
    fault: 'An unknown path is refused with M_NOT_FOUND.',
    killedBy: path,
    mutate: ({ wire }) => {
      wire.unknownPath = () => new MatrixError(404, 'M_NOT_FOUND', 'There is nothing here');
    },
  },
  {
    id: 'an-unknown-path-needs-another-method',
    fault: 'An unknown path is refused with 405.',
    killedBy: path,
    mutate: ({ wire }) => {
      wire.unknownPath = () => wire.wrongMethod('PUT', '');
    },
  },
  {
    id: 'a-key-swallows-what-follows',
    fault: 'Segments after the key become part of it.',
    killedBy: path,
    mutate: ({ wire }) => {
      wire.segments = (whole) => {
        const [prefix, api, client, v3, rooms, roomId, state, type, ...key] = whole.split('/');
        const isLong = state === 'state' && key.length > 1;
        if (!isLong) return whole.split('/');
        const head = [prefix, api, client, v3, rooms, roomId, state, type];
        return [...head.map((segment) => segment ?? ''), key.join('%2F')];
      };
    },
  },
];
