import { MatrixError } from '../http/matrix-error.ts';
import type { Account } from './account.ts';

/** What an account may be kept from, in parts that can be replaced. Each throws to refuse. */
export interface AccountChecks {
  locked(account: Account, operationId: string): void;
  suspended(account: Account, operationId: string): void;
  guest(account: Account, operationId: string): void;
}

/** Open to locked accounts (client-server-api/#account-locking). */
const openToLocked = ['logout', 'logout_all'];

/** Closed to suspended accounts; which ones that are is left open (#account-suspension). */
const closedToSuspended = [
  'createRoom',
  'joinRoomById',
  'joinRoom',
  'inviteUser',
  'setRoomStateWithKey',
];

/** Open to guests, of what there is here (client-server-api/#guest-access). */
const openToGuests = [
  'getRoomState',
  'getRoomStateWithKey',
  'getOneRoomEvent',
  'getMembersByRoom',
  'sync',
  'joinRoomById',
  'leaveRoom',
  'setRoomStateWithKey',
  'getTokenOwner',
];

/** The checks of a sound homeserver. */
export function soundAccountChecks(): AccountChecks {
  return {
    locked: ({ isLocked }, operationId) => {
      if (isLocked !== true || openToLocked.includes(operationId)) return;
      throw new MatrixError(401, 'M_USER_LOCKED', 'The account is locked', { soft_logout: true });
    },
    suspended: ({ isSuspended }, operationId) => {
      if (isSuspended !== true || !closedToSuspended.includes(operationId)) return;
      throw new MatrixError(403, 'M_USER_SUSPENDED', 'The account is suspended');
    },
    guest: ({ isGuest }, operationId) => {
      if (isGuest !== true || openToGuests.includes(operationId)) return;
      throw new MatrixError(403, 'M_GUEST_ACCESS_FORBIDDEN', 'Guests may not do this');
    },
  };
}

/** Holds the account of who asks against all of them. */
export function checkAccount(checks: AccountChecks, account: Account, operationId: string): void {
  checks.locked(account, operationId);
  checks.suspended(account, operationId);
  checks.guest(account, operationId);
}
