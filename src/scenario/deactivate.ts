import { isRecord, memberOf } from '../client/answer.ts';
import type { Asker } from './asker.ts';
import { demandSuccess } from './demand-success.ts';
import type { Stage } from './stage.ts';
import { unsupported } from './stop-scenario.ts';

const operationId = 'deactivateAccount';
const stages = ['m.login.password'];

/**
 * Gives up an account for ever, which its password has to be enough for.
 * Client-Server API, "Account deactivation".
 * @throws StopScenario where it is not enough, or not known.
 */
export async function deactivate(stage: Stage, user: Asker): Promise<void> {
  const { password } = user.account;
  if (password === undefined) throw unsupported(`the password of ${user.name} is not known`);
  const asked = await user.asks(operationId, { body: {} });
  if (asked.status === 200) return;
  const flows = memberOf(asked, 'flows');
  const isEnough =
    asked.status === 401 &&
    Array.isArray(flows) &&
    flows.some((flow) => isRecord(flow) && String(flow.stages) === String(stages));
  if (!isEnough) throw unsupported('no account can be deactivated with its password alone');
  const session = memberOf(asked, 'session');
  const identifier = { type: 'm.id.user', user: user.id };
  const auth = {
    type: stages[0],
    identifier,
    password,
    ...(session === undefined ? {} : { session }),
  };
  const answer = await user.asks(operationId, { body: { auth } });
  demandSuccess(stage, operationId, user.name, answer);
}
