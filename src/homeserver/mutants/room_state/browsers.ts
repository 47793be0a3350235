import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const preflight = killedBy('room_state', 'a-cors-preflight-is-answered-without-a-token');
const named = killedBy('room_state', 'a-cors-preflight-names-what-is-allowed');
const everywhere = killedBy('room_state', 'cors-headers-stand-on-every-answer');

/** Changes the headers of answers to some methods and statuses; undefined takes a header away. */
function changeHeaders(
  { wire }: Homeserver,
  isChanged: (method: string | undefined, status: number) => boolean,
  changed: Readonly<Record<string, string | undefined>>,
): void {
  const { write } = wire;
  wire.write = (reply, request) => {
    const written = write(reply, request);
    if (!isChanged(request.method, written.status)) return written;
    const headers = Object.entries({ ...written.headers, ...changed });
    const left = headers.filter((header): header is [string, string] => header[1] !== undefined);
    return { ...written, headers: Object.fromEntries(left) };
  };
}

const isPreflight = (method: string | undefined) => method === 'OPTIONS';
const origin = 'Access-Control-Allow-Origin';

/** Faults in what browsers need. */
export const browserMutants: readonly Mutant[] = [
  {
    id: 'a-preflight-needs-a-token',
    fault: 'OPTIONS is refused without an access token.',
    killedBy: preflight,
    mutate: ({ wire }) => {
      wire.preflight = () => ({
        status: 401,
        body: new MatrixError(401, 'M_MISSING_TOKEN', 'No access token given').body,
      });
    },
  },
  {
    id: 'a-preflight-is-a-wrong-method',
    fault: 'OPTIONS is refused with 405.',
    killedBy: preflight,
    mutate: ({ wire }) => {
      const { body, status } = wire.wrongMethod('OPTIONS', '');
      wire.preflight = () => ({ status, body });
    },
  },
  ...([/\/$/, /\/state\/[^/]+$/] as const).map(
    (path, index): Mutant => ({
      id: `a-preflight-${['with', 'without'][index]}-the-slash-is-not-found`,
      fault: `OPTIONS of a path ${['with', 'without'][index]} the trailing slash is not found.`,
      killedBy: preflight,
      mutate: ({ wire }) => {
        const sound = wire.preflight;
        wire.preflight = (request) => {
          const { body, status } = wire.unknownPath('');
          return path.test(request.url ?? '') ? { status, body } : sound(request);
        };
      },
    }),
  ),
  {
    id: 'a-preflight-clears-the-entry',
    fault: 'OPTIONS of a state path takes the entry away.',
    killedBy: preflight,
    mutate: ({ wire, rooms }) => {
      const sound = wire.preflight;
      wire.preflight = (request) => {
        const segments = (request.url ?? '').split('/').map(decodeURIComponent);
        const [roomId = '', , type = '', key = ''] = segments.slice(5);
        rooms.get(roomId)?.state.delete(slotOf(type, key));
        return sound(request);
      };
    },
  },
  {
    id: 'a-put-of-a-browser-is-refused',
    fault: 'A PUT from another origin is answered with 403, as if it were forged.',
    killedBy: [...preflight, ...named, ...everywhere],
    mutate: ({ wire }) => {
      const { write } = wire;
      wire.write = (reply, request) => {
        const isForged = request.method === 'PUT' && request.headers.origin !== undefined;
        const { status, body } = new MatrixError(403, 'M_FORBIDDEN', 'Another origin');
        return write(isForged ? { status, body } : reply, request);
      };
    },
  },
  {
    id: 'a-preflight-allows-no-put',
    fault: 'OPTIONS does not name PUT among the allowed methods.',
    killedBy: named,
    mutate: (homeserver) =>
      changeHeaders(homeserver, isPreflight, {
        'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
      }),
  },
  {
    id: 'a-preflight-allows-no-token',
    fault: 'OPTIONS does not name Authorization among the allowed headers.',
    killedBy: named,
    mutate: (homeserver) =>
      changeHeaders(homeserver, isPreflight, {
        'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type',
      }),
  },
  {
    id: 'a-preflight-allows-its-own-origin',
    fault: 'OPTIONS allows the origin of the homeserver only.',
    killedBy: named,
    mutate: (homeserver) =>
      changeHeaders(homeserver, isPreflight, { [origin]: 'https://reference.test' }),
  },
  ...[200, 400, 401, 403, 404, 405].map(
    (status): Mutant => ({
      id: `browsers-cannot-read-a-${status}`,
      fault: `Answers with the status ${status} have no CORS headers.`,
      killedBy: everywhere,
      mutate: (homeserver) =>
        changeHeaders(
          homeserver,
          (method, answered) => !isPreflight(method) && answered === status,
          { [origin]: undefined },
        ),
    }),
  ),
  {
    id: 'browsers-cannot-read-state',
    fault: 'Answers to GET have no CORS headers.',
    killedBy: everywhere,
    mutate: (homeserver) =>
      changeHeaders(homeserver, (method, status) => method === 'GET' && status === 200, {
        [origin]: undefined,
      }),
  },
];
