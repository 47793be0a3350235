import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { endedTokens } from './ended-tokens.ts';
import { readToken } from './read-token.ts';

const withoutToken = killedBy('directory', 'aliases-are-changed-with-a-token');
const missing = killedBy('room_state', 'a-request-without-a-token-is-refused');
/** The scenarios besides, in which the status is seen that comes of no token. */
const statuses = killedBy(
  'room_state',
  'cors-headers-stand-on-every-answer',
  'answers-are-application-json',
);
const unknown = killedBy('room_state', 'an-unknown-token-is-refused');
/** That of a deactivated user is one, too. */
const unknownAndDeactivated = [
  ...unknown,
  ...killedBy('room_state', 'the-token-of-a-deactivated-user-is-refused'),
];
const loggedOut = killedBy('room_state', 'a-logged-out-token-is-refused');
const scheme = killedBy('room_state', 'a-token-in-another-scheme-is-refused');

/** The token of whoever registered first. */
function firstToken({ sessions }: Homeserver): string | undefined {
  return [...sessions.keys()][0];
}

/** Faults in how a token is read and remembered. */
export const tokenMutants: readonly Mutant[] = [
  {
    id: 'no-token-speaks-for-the-first-user',
    fault: 'A request without a token is taken for one of the first user.',
    killedBy: [...missing, ...statuses, ...withoutToken],
    mutate: (homeserver) =>
      readToken(homeserver, (header) => (header ? undefined : firstToken(homeserver))),
  },
  {
    id: 'no-token-is-an-unknown-token',
    fault: 'A request without a token is refused with M_UNKNOWN_TOKEN.',
    killedBy: [...missing, ...withoutToken],
    mutate: (homeserver) => readToken(homeserver, (header) => (header ? undefined : 'none')),
  },
  {
    id: 'no-token-is-forbidden',
    fault: 'A request without a token is refused with 403 M_FORBIDDEN.',
    killedBy: [...missing, ...statuses, ...withoutToken],
    mutate: (homeserver) =>
      readToken(homeserver, (header) => {
        if (header) return undefined;
        throw new MatrixError(403, 'M_FORBIDDEN', 'No access token given');
      }),
  },
  {
    id: 'an-unknown-token-is-a-missing-token',
    fault: 'A token that nobody was given is refused with M_MISSING_TOKEN.',
    killedBy: unknownAndDeactivated,
    mutate: (homeserver) => {
      const ended = endedTokens(homeserver, 'logout');
      readToken(homeserver, (header) => {
        const token = /^Bearer (.+)/.exec(header ?? '')?.[1];
        if (!token || homeserver.sessions.has(token) || ended.has(token)) return undefined;
        throw new MatrixError(401, 'M_MISSING_TOKEN', 'No good access token given');
      });
    },
  },
  {
    id: 'an-unknown-token-speaks-for-the-first-user',
    fault: 'A token that nobody was given is taken for that of the first user.',
    killedBy: unknownAndDeactivated,
    mutate: (homeserver) => {
      const ended = endedTokens(homeserver, 'logout');
      readToken(homeserver, (header) => {
        const token = /^Bearer (.+)/.exec(header ?? '')?.[1];
        const isUnknown = token && !homeserver.sessions.has(token) && !ended.has(token);
        return isUnknown ? firstToken(homeserver) : undefined;
      });
    },
  },
  {
    id: 'logout-keeps-the-token',
    fault: 'A logout is answered, and the token goes on to work.',
    killedBy: loggedOut,
    mutate: (homeserver) =>
      changeReply(homeserver, 'logout', (reply, { session }) => {
        if (session) homeserver.sessions.set(session.token, session);
        return reply;
      }),
  },
  {
    id: 'a-logged-out-token-is-forbidden',
    fault: 'A token that was logged out is refused with 403 M_FORBIDDEN.',
    killedBy: loggedOut,
    mutate: (homeserver) => {
      const ended = endedTokens(homeserver, 'logout');
      readToken(homeserver, (header) => {
        if (!ended.has(header?.replace('Bearer ', '') ?? '')) return undefined;
        throw new MatrixError(403, 'M_FORBIDDEN', 'You have logged out');
      });
    },
  },
  {
    id: 'another-scheme-speaks-for-the-first-user',
    fault: 'A header of another scheme is taken for the token of the first user.',
    killedBy: scheme,
    mutate: (homeserver) =>
      readToken(homeserver, (header) =>
        header && !header.startsWith('Bearer ') ? firstToken(homeserver) : undefined,
      ),
  },
  {
    id: 'another-scheme-is-bad-json',
    fault: 'A header of another scheme is refused with 400 M_BAD_JSON.',
    killedBy: scheme,
    mutate: (homeserver) =>
      readToken(homeserver, (header) => {
        if (!header || header.startsWith('Bearer ')) return undefined;
        throw new MatrixError(400, 'M_BAD_JSON', 'The Authorization header is malformed');
      }),
  },
];
