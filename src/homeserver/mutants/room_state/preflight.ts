import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { breakAnswer } from './break-answer.ts';
import { sendUnchecked } from './send-unchecked.ts';

const preflight = killedBy('room_state', 'a-cors-preflight-is-answered-without-a-token');
const everywhere = killedBy('room_state', 'cors-headers-stand-on-every-answer');

const elsewhere: readonly [what: string, path: RegExp][] = [
  ['an unknown room', /none.*\/state$/],
  ['the members', /\/members$/],
  ['an alias', /\/directory\/room\//],
  ['the creation of a room', /\/createRoom$/],
  ['a join', /\/join$/],
  ['whoami', /\/whoami$/],
];

/** Further faults in what browsers need: a preflight that does more, and answers without headers. */
export const preflightMutants: readonly Mutant[] = [
  {
    id: 'a-preflight-sets-the-state',
    fault: 'OPTIONS with a token sets the state, as PUT does.',
    killedBy: preflight,
    mutate: (homeserver) => {
      const { preflight: sound } = homeserver.wire;
      homeserver.wire.preflight = (request) => {
        const segments = (request.url ?? '').split('/').map(decodeURIComponent);
        const [roomId = '', , type = '', stateKey = ''] = segments.slice(5);
        const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
        const sender = homeserver.sessions.get(token)?.userId;
        const room = homeserver.rooms.get(roomId);
        if (room && sender)
          sendUnchecked(homeserver, room, { type, stateKey, sender, content: {} });
        return sound(request);
      };
    },
  },
  {
    id: 'a-preflight-makes-an-empty-entry',
    fault: 'OPTIONS of an entry that was never set makes one.',
    killedBy: preflight,
    mutate: (homeserver) => {
      const { preflight: sound } = homeserver.wire;
      homeserver.wire.preflight = (request) => {
        const segments = (request.url ?? '').split('/').map(decodeURIComponent);
        const [roomId = '', , type = '', stateKey = ''] = segments.slice(5);
        const room = homeserver.rooms.get(roomId);
        const sender = room?.events[0]?.sender;
        if (room && sender && !room.state.has(slotOf(type, stateKey)) && type !== '') {
          sendUnchecked(homeserver, room, { type, stateKey, sender, content: {} });
        }
        return sound(request);
      };
    },
  },
  {
    id: 'a-preflight-of-all-state-is-refused',
    fault: 'OPTIONS of all state is refused with 405.',
    killedBy: preflight,
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        ({ url = '', method }) => method === 'OPTIONS' && /\/state$/.test(url),
        (written) => ({
          ...written,
          status: 405,
          text: '{"errcode": "M_UNRECOGNIZED", "error": "Not supported"}',
        }),
      ),
  },
  ...elsewhere.map(
    ([what, pattern]): Mutant => ({
      id: `a-preflight-of-${what.replaceAll(' ', '-')}-is-refused`,
      fault: `OPTIONS of ${what} is refused with 405.`,
      killedBy: preflight,
      mutate: (homeserver) =>
        breakAnswer(
          homeserver,
          ({ url = '', method }) => method === 'OPTIONS' && pattern.test(url),
          (written) => ({
            ...written,
            status: 405,
            text: '{"errcode": "M_UNRECOGNIZED", "error": "Not supported"}',
          }),
        ),
    }),
  ),
  {
    id: 'a-preflight-with-a-token-is-refused',
    fault: 'OPTIONS with a token is refused with 405.',
    killedBy: preflight,
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        ({ headers, method }) => method === 'OPTIONS' && headers.authorization !== undefined,
        (written) => ({ ...written, status: 405 }),
      ),
  },
  {
    id: 'browsers-cannot-read-a-413',
    fault: 'The refusal of what is too long has no CORS headers.',
    killedBy: everywhere,
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        (_, status) => status === 413,
        ({ headers: { 'Access-Control-Allow-Origin': _, ...headers }, ...written }) => ({
          ...written,
          headers,
        }),
      ),
  },
  {
    id: 'browsers-cannot-read-that-a-path-is-unknown',
    fault: 'The refusal of an unknown path has no CORS headers.',
    killedBy: everywhere,
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        ({ url = '' }, status) => status === 404 && /no-such-path/.test(url),
        ({ headers: { 'Access-Control-Allow-Origin': _, ...headers }, ...written }) => ({
          ...written,
          headers,
        }),
      ),
  },
];
