import { AccountError } from '../client/account-error.ts';
import { loggedIn, told } from '../client/auth/logged-in.ts';
import type { Stage } from './stage.ts';
import { inconclusive, unsupported } from './stop-scenario.ts';
import { User } from './user.ts';

/** A new guest. Client-Server API, "Guest Access". @throws StopScenario where there are none. */
export async function guest(stage: Stage, name: string): Promise<User> {
  const { authLine } = stage;
  const answer = await authLine.call('register', { kind: 'guest', body: {} });
  // A homeserver "may choose not to allow this access at all".
  if (answer.status >= 400 && answer.status < 500) {
    throw unsupported(`the homeserver takes no guests: ${told(authLine, answer)}`);
  }
  try {
    return new User(name, loggedIn(authLine, 'the registration of a guest', answer), stage);
  } catch (error) {
    if (error instanceof AccountError) throw inconclusive(error.message);
    throw error;
  }
}
