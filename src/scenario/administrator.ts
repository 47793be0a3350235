import type { Stage } from './stage.ts';
import { unsupported } from './stop-scenario.ts';
import type { User } from './user.ts';
import { userOfToken } from './user-of-token.ts';

const missing = 'it needs an administrator: MATRIX_CONFORMANCE_ADMIN_TOKEN or --admin-token-file';

/** The administrator whose token was given. @throws StopScenario where none was, or a bad one. */
export async function administrator(stage: Stage): Promise<User> {
  const { adminToken } = stage.means;
  if (adminToken === undefined) throw unsupported(missing);
  return userOfToken(stage, 'admin', adminToken);
}
