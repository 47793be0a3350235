import { isObject } from '../../events/json.ts';
import { breakDown } from '../break-down.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const inQuery = killedBy('room_state', 'a-token-in-the-query-is-answered-in-good-order');
const put = 'setRoomStateWithKey';
const get = 'getRoomStateWithKey';

/** Faults in what a homeserver makes of a token in the query. */
export const queryTokenMutants: readonly Mutant[] = [
  ...([put, get] as const).map(
    (operationId): Mutant => ({
      id: `a-second-token-breaks-${operationId === put ? 'a-put' : 'a-get'}`,
      fault: `A ${operationId === put ? 'PUT' : 'GET'} with a token in both places is answered with 500.`,
      killedBy: inQuery,
      mutate: (homeserver) =>
        breakDown(homeserver, operationId, ({ query }) => query.has('access_token')),
    }),
  ),
  {
    id: 'another-token-in-the-query-breaks-the-homeserver',
    fault: 'A token in the query that is another one than in the header is answered with 500.',
    killedBy: inQuery,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ query, session }) => {
        const second = query.get('access_token');
        return second !== null && second !== session?.token;
      }),
  },
  ...(['PUT', 'GET'] as const).map(
    (method): Mutant => ({
      id: `a-token-in-the-query-of-a-${method.toLowerCase()}-is-refused-without-a-code`,
      fault: `The refusal of a ${method} with a token in the query alone has no errcode.`,
      killedBy: inQuery,
      mutate: ({ wire }) => {
        const { write } = wire;
        wire.write = (reply, request) => {
          const isOne = request.method === method && request.url?.includes('access_token=');
          if (!isOne || reply.status !== 401 || !isObject(reply.body)) return write(reply, request);
          const { errcode: _, ...body } = reply.body;
          return write({ ...reply, body }, request);
        };
      },
    }),
  ),
  {
    id: 'a-token-in-the-query-alone-breaks-the-homeserver',
    fault: 'A request without a header, and with a token in its query, is answered with 500.',
    killedBy: inQuery,
    mutate: ({ wire }) => {
      const { write } = wire;
      wire.write = (reply, request) => {
        const isOne = request.url?.includes('access_token=') && !request.headers.authorization;
        return write(isOne ? { ...reply, status: 500 } : reply, request);
      };
    },
  },
];
