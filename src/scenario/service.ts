import { AccountError } from '../client/account-error.ts';
import { applicationService } from '../client/auth/application-service.ts';
import type { Means } from './means.ts';
import type { Stage } from './stage.ts';
import { inconclusive, unsupported } from './stop-scenario.ts';
import { User } from './user.ts';
import { userOfToken } from './user-of-token.ts';

const missing = 'it needs an application service: MATRIX_CONFORMANCE_AS_TOKEN or --as-token-file';

/** The given application service, as its own sender. @throws StopScenario where none was given. */
export async function service(stage: Stage): Promise<User> {
  return userOfToken(stage, 'service', given(stage).token);
}

/**
 * A user of the given application service, newly registered, who is asserted with `?user_id=`.
 * @throws StopScenario where none was given, or it may register nobody.
 */
export async function serviceUser(stage: Stage, name: string): Promise<User> {
  const { token, prefix } = given(stage);
  try {
    const account = await applicationService(token, prefix).next(stage.authLine);
    return new User(name, account, stage);
  } catch (error) {
    if (error instanceof AccountError) throw inconclusive(error.message);
    throw error;
  }
}

/** Whether a user id is in the namespace of the given service. @throws StopScenario without one. */
export function isOfService(stage: Stage, userId: string): boolean {
  return userId.startsWith(`@${given(stage).prefix}`);
}

function given({ means }: Stage): NonNullable<Means['applicationService']> {
  if (means.applicationService === undefined) throw unsupported(missing);
  return means.applicationService;
}
