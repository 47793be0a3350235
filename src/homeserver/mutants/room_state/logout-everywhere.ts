import type { Session } from '../../accounts/account.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { requestUnderWay } from './request-under-way.ts';

const everywhere = killedBy('room_state', 'a-logout-everywhere-ends-every-login');

/** Has some of the user's logins outlive `POST /logout/all`. */
function spare(
  homeserver: Homeserver,
  isSpared: (session: Session, call: Call, index: number) => boolean,
): void {
  const { sessions } = homeserver;
  let before: readonly Session[] = [];
  changeCall(homeserver, 'logout_all', ({ sender }) => {
    before = [...sessions.values()].filter(({ userId }) => userId === sender);
    return {};
  });
  changeReply(homeserver, 'logout_all', (reply, call) => {
    for (const [index, one] of before.entries()) {
      if (isSpared(one, call, index)) sessions.set(one.token, one);
    }
    return reply;
  });
}

/** Faults in which logins end when all of them shall. */
export const logoutEverywhereMutants: readonly Mutant[] = [
  ...(
    [
      [
        'ends-the-one-that-asks',
        'the token that asks, alone',
        (one, { session }) => one.token !== session?.token,
      ],
      [
        'spares-the-one-that-asks',
        'each token but the one that asks',
        (one, { session }) => one.token === session?.token,
      ],
      ['spares-the-first', 'each token but the oldest', (_one, _call, index) => index === 0],
      ['spares-the-last', 'each token but the newest', (_one, _call, index) => index === 2],
    ] as const satisfies readonly (readonly [string, string, Parameters<typeof spare>[1]])[]
  ).map(
    ([id, what, isSpared]): Mutant => ({
      id: `a-logout-everywhere-${id}`,
      fault: `POST /logout/all ends ${what}.`,
      killedBy: everywhere,
      mutate: (homeserver) => spare(homeserver, isSpared),
    }),
  ),
  {
    id: 'a-logout-everywhere-ends-the-logins-of-everybody',
    fault: 'POST /logout/all ends the tokens of other users who are in a room with the user, too.',
    killedBy: everywhere,
    mutate: (homeserver) =>
      changeReply(homeserver, 'logout_all', (reply, { sender }) => {
        const shared = [...homeserver.rooms.values()].filter(({ events }) =>
          events.some(({ stateKey }) => stateKey === sender),
        );
        const creators = shared.map(({ events }) => events[0]?.sender);
        for (const [token, { userId }] of homeserver.sessions) {
          if (creators.includes(userId)) homeserver.sessions.delete(token);
        }
        return reply;
      }),
  },
  {
    id: 'a-logout-everywhere-leaves-state-readable',
    fault: 'Tokens that POST /logout/all has ended still read the full state.',
    killedBy: everywhere,
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      const ended = new Map<string, Session>();
      changeCall(homeserver, 'logout_all', ({ sender }) => {
        for (const [token, one] of homeserver.sessions)
          if (one.userId === sender) ended.set(token, one);
        return {};
      });
      const sound = homeserver.sessionOf;
      homeserver.sessionOf = (on, token, query) =>
        (request.operationId === 'getRoomState' ? ended.get(token) : undefined) ??
        sound(on, token, query);
    },
  },
  {
    id: 'a-logout-everywhere-is-for-ever',
    fault: 'Who has called POST /logout/all sets no state with a later token.',
    killedBy: everywhere,
    mutate: (homeserver) => {
      const gone = new Set<string>();
      changeReply(homeserver, 'logout_all', (reply, { sender }) => {
        gone.add(sender);
        return reply;
      });
      const { write } = homeserver.state;
      homeserver.state.write = (state, event) => {
        if (!gone.has(event.sender)) write(state, event);
      };
    },
  },
];
