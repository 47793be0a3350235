import { unsupported } from './stop-scenario.ts';
import type { User } from './user.ts';

/**
 * Sees that users are ordinary ones: who has the token of an application service says with
 * `?user_id=` who they are, and may do more. @throws StopScenario where they are not.
 */
export function demandOwnTokens(...users: readonly User[]): void {
  if (users.every(({ account }) => account.masquerade !== true)) return;
  throw unsupported('it needs users with tokens of their own, not those of an application service');
}
