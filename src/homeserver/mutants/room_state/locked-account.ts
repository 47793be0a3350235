import type { Account } from '../../accounts/account.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { requestUnderWay } from './request-under-way.ts';
import { sendUnchecked } from './send-unchecked.ts';

const locked = killedBy('room_state', 'a-locked-user-is-refused');
const outlives = killedBy('room_state', 'a-token-outlives-a-lock');
const put = 'setRoomStateWithKey';
const soft = { soft_logout: true };

/** Says in another way that an account is locked. */
function sayLocked({ accountChecks }: Homeserver, refusal: MatrixError): void {
  accountChecks.locked = ({ isLocked }) => {
    if (isLocked === true) throw refusal;
  };
}

/** Spares some requests of locked accounts. */
function spare(
  { accountChecks }: Homeserver,
  isSpared: (account: Account, operationId: string) => boolean,
): void {
  const { locked: sound } = accountChecks;
  accountChecks.locked = (account, operationId) => {
    if (!isSpared(account, operationId)) sound(account, operationId);
  };
}

/** Faults in what a lock does to an account. */
export const lockedAccountMutants: readonly Mutant[] = [
  {
    id: 'a-lock-has-no-effect',
    fault: 'An account that is locked goes on to work.',
    killedBy: locked,
    mutate: (homeserver) => spare(homeserver, () => true),
  },
  ...([put, 'getRoomStateWithKey'] as const).map(
    (spared): Mutant => ({
      id: `a-locked-user-may-${spared === put ? 'put' : 'get'}`,
      fault: `A locked account is still taken for ${spared === put ? 'PUT' : 'GET'} of an entry.`,
      killedBy: locked,
      mutate: (homeserver) => spare(homeserver, (_, operationId) => operationId === spared),
    }),
  ),
  {
    id: 'a-lock-forgets-the-path-without-the-slash',
    fault: 'A locked account is still taken on the path that leaves out the slash.',
    killedBy: locked,
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      spare(homeserver, () => request.form === 'without the slash');
    },
  },
  ...(
    [
      [403, 'M_USER_LOCKED', soft],
      [403, 'M_FORBIDDEN', soft],
      [401, 'M_UNKNOWN_TOKEN', soft],
      [401, 'M_USER_SUSPENDED', soft],
      [401, 'M_USER_LOCKED', {}],
      [401, 'M_USER_LOCKED', { soft_logout: false }],
      [401, 'M_USER_LOCKED', { soft_logout: 'true' }],
    ] as const
  ).map(([status, errcode, more], index): Mutant => {
    const told = JSON.stringify(more).replaceAll('"', '');
    return {
      id: `a-lock-is-told-wrongly-${index + 1}`,
      fault: `A locked account is refused with ${status} ${errcode} and ${told}.`,
      killedBy: locked,
      mutate: (homeserver) =>
        sayLocked(homeserver, new MatrixError(status, errcode, 'It is locked', more)),
    };
  }),
  {
    id: 'a-locked-user-is-refused-and-sets-state',
    fault: 'A PUT of a locked account is refused, and the state is set all the same.',
    killedBy: locked,
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      const { locked: sound } = homeserver.accountChecks;
      homeserver.accountChecks.locked = (account, operationId) => {
        const { roomId, type, key: stateKey } = request;
        const room = homeserver.rooms.get(roomId);
        if (account.isLocked === true && operationId === put && room !== undefined) {
          const content = { text: 'of a locked user' };
          sendUnchecked(homeserver, room, { type, stateKey, sender: account.userId, content });
        }
        sound(account, operationId);
      };
    },
  },
  {
    id: 'a-lock-is-for-ever',
    fault: 'An account that was locked once is refused as locked for ever.',
    killedBy: [...locked, ...outlives],
    mutate: ({ accountChecks }) => {
      const { locked: sound } = accountChecks;
      const ever = new Set<string>();
      accountChecks.locked = (account, operationId) => {
        if (account.isLocked === true) ever.add(account.userId);
        sound({ ...account, isLocked: ever.has(account.userId) }, operationId);
      };
    },
  },
  {
    id: 'unlocking-ends-the-sessions',
    fault: 'An account that is unlocked has to log in anew.',
    killedBy: outlives,
    mutate: (homeserver) =>
      changeReply(homeserver, 'setAdminLockUser', (reply, { body, params }) => {
        for (const [token, { userId }] of homeserver.sessions) {
          if (body.locked === false && userId === params.userId) homeserver.sessions.delete(token);
        }
        return reply;
      }),
  },
  {
    id: 'a-lock-of-long-ago-keeps-state-from-being-set',
    fault: 'What an account sets that was once locked is accepted and not stored.',
    killedBy: outlives,
    mutate: (homeserver) => {
      const ever = new Set<string>();
      changeReply(homeserver, 'setAdminLockUser', (reply, { params }) => {
        ever.add(params.userId ?? '');
        return reply;
      });
      const { write } = homeserver.state;
      homeserver.state.write = (state, event) => {
        if (!ever.has(event.sender)) write(state, event);
      };
    },
  },
];
