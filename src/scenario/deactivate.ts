import { isRecord, memberOf } from '../client/answer.ts';
import { told } from '../client/auth/logged-in.ts';
import type { Asker } from './asker.ts';
import type { Stage } from './stage.ts';
import { inconclusive, unsupported } from './stop-scenario.ts';

const stages = ['m.login.password'];

/**
 * Gives up an account for ever, which its password has to be enough for. What is said of it is no
 * part of the scenario. Client-Server API, "Account deactivation".
 * @throws StopScenario where the password is not enough, or not known.
 */
export async function deactivate({ authLine }: Stage, user: Asker): Promise<void> {
  const { account } = user;
  const { password } = account;
  if (password === undefined) throw unsupported(`the password of ${user.name} is not known`);
  const call = (body: object) => authLine.call('deactivateAccount', { body }, account);
  const asked = await call({});
  if (asked.status === 200) return;
  const flows = memberOf(asked, 'flows');
  const isEnough =
    asked.status === 401 &&
    Array.isArray(flows) &&
    flows.some((flow) => isRecord(flow) && String(flow.stages) === String(stages));
  if (!isEnough) throw unsupported('no account can be deactivated with its password alone');
  const session = memberOf(asked, 'session');
  const auth = {
    type: stages[0],
    identifier: { type: 'm.id.user', user: user.id },
    password,
    ...(session === undefined ? {} : { session }),
  };
  const answer = await call({ auth });
  if (answer.status === 200) return;
  throw inconclusive(`the account of ${user.name} was not deactivated: ${told(authLine, answer)}`);
}
