import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { readToken } from './read-token.ts';
import { readWithEnded } from './read-with-ended.ts';
import { requestUnderWay } from './request-under-way.ts';

const unknown = killedBy('room_state', 'an-unknown-token-is-refused');
const deactivated = killedBy('room_state', 'the-token-of-a-deactivated-user-is-refused');
const loggedOut = killedBy('room_state', 'a-logged-out-token-is-refused');
const scheme = killedBy('room_state', 'a-token-in-another-scheme-is-refused');

/** Replaces the header before the token is read from it. */
function rewriteHeader({ wire }: Homeserver, change: (header: string) => string): void {
  const { token } = wire;
  wire.token = (header) => token(header === undefined ? undefined : change(header));
}

/** Faults in what is taken for a token, and what is said of one that is unknown. */
export const tokenReadingMutants: readonly Mutant[] = [
  {
    id: 'every-scheme-is-bearer',
    fault: 'A token is taken in whatever scheme it stands.',
    killedBy: scheme,
    mutate: (homeserver) =>
      rewriteHeader(homeserver, (header) => header.replace(/^[A-Za-z]+ /, 'Bearer ')),
  },
  {
    id: 'a-token-needs-no-scheme',
    fault: 'A token is taken without a scheme before it.',
    killedBy: scheme,
    mutate: (homeserver) =>
      rewriteHeader(homeserver, (header) => (header.includes(' ') ? header : `Bearer ${header}`)),
  },
  {
    id: 'bearer-need-not-be-a-word-of-its-own',
    fault: 'A token is taken where no space stands between it and its scheme.',
    killedBy: scheme,
    mutate: (homeserver) =>
      rewriteHeader(homeserver, (header) => header.replace(/^Bearer(?=\S)/, 'Bearer ')),
  },
  {
    id: 'every-scheme-is-bearer-for-reading',
    fault: 'GET of an entry takes a token in whatever scheme it stands.',
    killedBy: scheme,
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      rewriteHeader(homeserver, (header) =>
        request.operationId === 'getRoomStateWithKey'
          ? header.replace(/^[A-Za-z]+ /, 'Bearer ')
          : header,
      );
    },
  },
  {
    id: 'the-start-of-a-token-is-enough',
    fault: 'A token is taken for the first one that begins like it.',
    killedBy: unknown,
    mutate: (homeserver) => {
      const { token } = homeserver.wire;
      homeserver.wire.token = (header) => {
        const given = token(header);
        return [...homeserver.sessions.keys()].find((known) => known.startsWith(given)) ?? given;
      };
    },
  },
  {
    id: 'a-token-may-go-on',
    fault: 'What stands behind a known token is not looked at.',
    killedBy: unknown,
    mutate: (homeserver) => {
      const { token } = homeserver.wire;
      homeserver.wire.token = (header) => {
        const given = token(header);
        return [...homeserver.sessions.keys()].find((known) => given.startsWith(known)) ?? given;
      };
    },
  },
  {
    id: 'the-scheme-alone-is-a-token-of-the-first-user',
    fault: 'A header with a scheme and nothing else is taken for that of the first user.',
    killedBy: scheme,
    mutate: (homeserver) =>
      readToken(homeserver, (header) =>
        header === 'Bearer' ? [...homeserver.sessions.keys()][0] : undefined,
      ),
  },
  {
    id: 'a-logged-out-token-reads-state',
    fault: 'GET of an entry takes a token that was logged out for that of the creator of the room.',
    killedBy: loggedOut,
    mutate: (homeserver) => readWithEnded(homeserver, 'logout'),
  },
  {
    id: 'an-unknown-token-reads-state',
    fault: 'GET of an entry takes every token for that of the creator of the room.',
    killedBy: [...unknown, ...loggedOut, ...deactivated],
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      const { token } = homeserver.wire;
      homeserver.wire.token = (header) => {
        const given = token(header);
        const isGet = request.operationId === 'getRoomStateWithKey';
        if (!isGet || homeserver.sessions.has(given)) return given;
        const creator = homeserver.rooms.get(request.roomId)?.events[0]?.sender;
        const sessions = [...homeserver.sessions.values()];
        return sessions.find(({ userId }) => userId === creator)?.token ?? given;
      };
    },
  },
  {
    id: 'soft-logout-is-a-word',
    fault: 'The refusal of an unknown token has a soft_logout that is a string.',
    killedBy: unknown,
    mutate: ({ wire }) => {
      const { write } = wire;
      wire.write = (reply, request) => {
        const { body } = reply;
        const isUnknown = isObject(body) && body.errcode === 'M_UNKNOWN_TOKEN';
        return write(
          isUnknown ? { ...reply, body: { ...body, soft_logout: 'no' } } : reply,
          request,
        );
      };
    },
  },
];
