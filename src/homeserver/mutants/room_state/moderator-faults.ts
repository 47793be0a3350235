import type { Account } from '../../accounts/account.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';

const onlyAdmin = killedBy('room_state', 'only-an-administrator-locks-and-suspends-accounts');
const absent = killedBy(
  'room_state',
  'an-account-that-is-not-there-is-neither-locked-nor-suspended',
);
const gone = killedBy('room_state', 'a-deactivated-account-is-neither-locked-nor-suspended');
const themself = killedBy('room_state', 'an-administrator-neither-locks-nor-suspends-themself');

/** Who is refused, and for whose account. */
export interface Asked {
  readonly isAdministrator: boolean;
  readonly target: Account | undefined;
  readonly isOwn: boolean;
  readonly isForeign: boolean;
}

const notFound = new MatrixError(404, 'M_NOT_FOUND', 'There is no such user');
const badJson = new MatrixError(400, 'M_BAD_JSON', 'The body is not what it should be');
const forbidden = new MatrixError(403, 'M_FORBIDDEN', 'You may not');

/** For whom an operation is answered otherwise, how, and who sees it. */
export interface ModeratorFault {
  readonly id: string;
  readonly fault: string;
  readonly killedBy: readonly string[];
  readonly isMeant: (asked: Asked) => boolean;
  /** Accepts where there is none. */
  readonly refusal?: MatrixError;
  readonly isDone?: boolean;
  readonly puts?: boolean;
}

/** Faults of one operation; `fault` goes on a sentence that begins with its name. */
export const moderatorFaults: readonly ModeratorFault[] = [
  {
    id: 'is-open-to-everybody',
    fault: 'is answered to who is no administrator',
    killedBy: onlyAdmin,
    isMeant: ({ isAdministrator, target }) => !isAdministrator && target !== undefined,
  },
  {
    id: 'is-open-to-oneself',
    fault: 'is answered to anybody for the own account',
    killedBy: onlyAdmin,
    isMeant: ({ isAdministrator, isOwn }) => !isAdministrator && isOwn,
  },
  {
    id: 'tells-who-is-there',
    fault: 'looks for the account before it looks at who asks',
    killedBy: onlyAdmin,
    isMeant: ({ isAdministrator, target }) => !isAdministrator && target === undefined,
    refusal: notFound,
  },
  {
    id: 'is-unauthorised',
    fault: 'is refused with 401 to who is no administrator',
    killedBy: onlyAdmin,
    isMeant: ({ isAdministrator }) => !isAdministrator,
    refusal: new MatrixError(401, 'M_UNAUTHORIZED', 'You are no administrator'),
  },
  {
    id: 'is-refused-and-done',
    fault: 'is refused to who is no administrator, and done',
    killedBy: onlyAdmin,
    isMeant: ({ isAdministrator, isOwn }) => !isAdministrator && !isOwn,
    refusal: forbidden,
    isDone: true,
    puts: true,
  },
  {
    id: 'takes-an-unknown-account',
    fault: 'is answered for an account that is not there',
    killedBy: absent,
    isMeant: ({ isAdministrator, target, isForeign }) =>
      isAdministrator && target === undefined && !isForeign,
  },
  {
    id: 'forbids-an-unknown-account',
    fault: 'is refused with 403 for an account that is not there',
    killedBy: absent,
    isMeant: ({ isAdministrator, target, isForeign }) =>
      isAdministrator && target === undefined && !isForeign,
    refusal: forbidden,
  },
  {
    id: 'takes-a-foreign-account',
    fault: 'is answered for an account of another homeserver',
    killedBy: absent,
    isMeant: ({ isAdministrator, isForeign }) => isAdministrator && isForeign,
  },
  {
    id: 'finds-no-foreign-account',
    fault: 'is refused with 404 for an account of another homeserver',
    killedBy: absent,
    isMeant: ({ isAdministrator, isForeign }) => isAdministrator && isForeign,
    refusal: notFound,
  },
  {
    id: 'takes-a-deactivated-account',
    fault: 'is answered for an account that was deactivated',
    killedBy: gone,
    isMeant: ({ isAdministrator, target }) => isAdministrator && target?.isDeactivated === true,
  },
  {
    id: 'forbids-a-deactivated-account',
    fault: 'is refused with 403 for an account that was deactivated',
    killedBy: gone,
    isMeant: ({ isAdministrator, target }) => isAdministrator && target?.isDeactivated === true,
    refusal: forbidden,
  },
  {
    id: 'is-accepted-of-oneself',
    fault: 'is answered to an administrator for the own account, and not done',
    killedBy: themself,
    isMeant: ({ isAdministrator, isOwn }) => isAdministrator && isOwn,
    puts: true,
  },
  {
    id: 'of-oneself-is-bad-json',
    fault: 'is refused with 400 to an administrator for the own account',
    killedBy: themself,
    isMeant: ({ isAdministrator, isOwn }) => isAdministrator && isOwn,
    refusal: badJson,
    puts: true,
  },
];
