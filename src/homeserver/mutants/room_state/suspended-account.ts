import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { requestUnderWay } from './request-under-way.ts';
import { sendUnchecked } from './send-unchecked.ts';

const suspended = killedBy('room_state', 'a-suspended-user-is-refused-by-that-name-or-not-at-all');
const put = 'setRoomStateWithKey';

/** Says in another way that an account is suspended; `isMeant` of a type. */
function saySuspended(
  homeserver: Homeserver,
  refusal: MatrixError,
  isMeant: (type: string) => boolean = () => true,
): void {
  const request = requestUnderWay(homeserver);
  const { suspended: sound } = homeserver.accountChecks;
  homeserver.accountChecks.suspended = (account, operationId) => {
    const isOne = account.isSuspended === true && operationId === put && isMeant(request.type);
    if (isOne) throw refusal;
    sound(account, operationId);
  };
}

/** Faults in how a suspended account is refused. */
export const suspendedAccountMutants: readonly Mutant[] = [
  ...(
    [
      [401, 'M_USER_SUSPENDED'],
      [403, 'M_FORBIDDEN'],
      [403, 'M_USER_LOCKED'],
      [401, 'M_UNKNOWN_TOKEN'],
      [400, 'M_USER_SUSPENDED'],
    ] as const
  ).map(
    ([status, errcode]): Mutant => ({
      id: `a-suspension-is-told-as-${status}-${errcode.slice(2).toLowerCase().replaceAll('_', '-')}`,
      fault: `A suspended account is refused with ${status} ${errcode}.`,
      killedBy: suspended,
      mutate: (homeserver) =>
        saySuspended(homeserver, new MatrixError(status, errcode, 'It is suspended')),
    }),
  ),
  {
    id: 'a-suspended-user-is-forbidden-to-set-the-topic',
    fault:
      'A suspended account is refused with 403 M_FORBIDDEN for the types of the specification.',
    killedBy: suspended,
    mutate: (homeserver) =>
      saySuspended(
        homeserver,
        new MatrixError(403, 'M_FORBIDDEN', 'It is suspended'),
        (type) => !isCustom(type),
      ),
  },
  {
    id: 'a-suspended-user-is-refused-and-sets-state',
    fault: 'A PUT of a suspended account is refused, and the state is set all the same.',
    killedBy: suspended,
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      const { suspended: sound } = homeserver.accountChecks;
      homeserver.accountChecks.suspended = (account, operationId) => {
        const room = homeserver.rooms.get(request.roomId);
        if (account.isSuspended === true && operationId === put && room !== undefined) {
          const { type, key: stateKey } = request;
          const content = { text: 'of a suspended user' };
          sendUnchecked(homeserver, room, { type, stateKey, sender: account.userId, content });
        }
        sound(account, operationId);
      };
    },
  },
  {
    id: 'what-a-suspended-user-sets-is-lost',
    fault: 'A PUT of a suspended account is answered with 200, and nothing is stored.',
    killedBy: suspended,
    mutate: (homeserver) => {
      homeserver.accountChecks.suspended = () => {};
      const { write } = homeserver.state;
      homeserver.state.write = (state, event) => {
        const sender = homeserver.accounts.get(event.sender);
        if (sender?.isSuspended !== true) write(state, event);
      };
    },
  },
  {
    id: 'what-a-suspended-user-sets-is-marked',
    fault: 'A PUT of a suspended account is accepted, and its content is changed.',
    killedBy: suspended,
    mutate: (homeserver) => {
      homeserver.accountChecks.suspended = () => {};
      changeCall(homeserver, put, ({ body, sender }) => {
        const isSuspended = homeserver.accounts.get(sender)?.isSuspended === true;
        return isSuspended ? { body: { ...body, suspended: true } } : {};
      });
    },
  },
  {
    id: 'a-suspension-is-for-ever',
    fault: 'An account that was suspended once is refused as suspended for ever.',
    killedBy: suspended,
    mutate: ({ accountChecks }) => {
      const { suspended: sound } = accountChecks;
      const ever = new Set<string>();
      accountChecks.suspended = (account, operationId) => {
        if (account.isSuspended === true) ever.add(account.userId);
        sound({ ...account, isSuspended: ever.has(account.userId) }, operationId);
      };
    },
  },
];
