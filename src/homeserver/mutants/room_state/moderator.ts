import type { Homeserver } from '../../homeserver.ts';
import { type Call, ok } from '../../http/call.ts';
import { changeRefusal } from '../change-refusal.ts';
import type { Mutant } from '../mutant.ts';
import { type Asked, moderatorFaults } from './moderator-faults.ts';

const operations = [
  ['PUT of lock', 'setAdminLockUser', 'locked', 'isLocked'],
  ['GET of lock', 'getAdminLockUser', 'locked', 'isLocked'],
  ['PUT of suspend', 'setAdminSuspendUser', 'suspended', 'isSuspended'],
  ['GET of suspend', 'getAdminSuspendUser', 'suspended', 'isSuspended'],
] as const;

function asked({ accounts, name }: Homeserver, { params, sender }: Call): Asked {
  const { userId = '' } = params;
  return {
    isAdministrator: accounts.get(sender)?.isAdministrator === true,
    target: accounts.get(userId),
    isOwn: userId === sender,
    isForeign: !userId.endsWith(`:${name}`),
  };
}

/** Faults in whom an administrator's operations are open to, and for which accounts. */
export const moderatorMutants: readonly Mutant[] = operations.flatMap(
  ([what, operationId, member, property]) =>
    moderatorFaults
      .filter(({ puts }) => puts !== true || what.startsWith('PUT'))
      .map(
        (one): Mutant => ({
          id: `a-${what.toLowerCase().replaceAll(' ', '-')}-${one.id}`,
          fault: `A ${what} ${one.fault}.`,
          killedBy: one.killedBy,
          mutate: (homeserver) =>
            changeRefusal(homeserver, operationId, (_, call) => {
              const whose = asked(homeserver, call);
              if (!one.isMeant(whose)) return undefined;
              const { userId } = whose.target ?? {};
              if (one.isDone === true && whose.target !== undefined && userId !== undefined) {
                homeserver.accounts.set(userId, { ...whose.target, [property]: true });
              }
              return one.refusal ?? ok({ [member]: call.body[member] ?? false });
            }),
        }),
      ),
);
