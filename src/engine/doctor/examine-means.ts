import { memberOf } from '../../client/answer.ts';
import type { AccountOptions } from '../../client/auth/account-options.ts';
import type { Finding } from '../../model/diagnosis.ts';
import type { BareGround } from '../bare-ground.ts';
import { answered } from './answered.ts';
import { ask } from './ask.ts';

/** Whether the tokens that are given beside the users are good: of an administrator, of a service. */
export async function examineMeans(
  ground: BareGround,
  { adminToken, applicationServiceToken }: AccountOptions,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (adminToken !== undefined) {
    const owner = await examineOwner(ground, 'the administrator', adminToken);
    const { userId } = owner;
    findings.push(
      userId === undefined ? owner.finding : await examineAdministrator(ground, userId, adminToken),
    );
  }
  if (applicationServiceToken !== undefined) {
    const owner = await examineOwner(ground, 'the application service', applicationServiceToken);
    findings.push(owner.finding);
  }
  return findings;
}

async function examineOwner(ground: BareGround, check: string, accessToken: string) {
  const account = { userId: '', accessToken };
  const { answer, exchange } = await ask(ground, 'getTokenOwner', {}, account);
  const userId = answer?.status === 200 ? memberOf(answer, 'user_id') : undefined;
  if (typeof userId === 'string') {
    const finding: Finding = { check, state: 'good', said: `It is ${userId}.` };
    return { userId, finding };
  }
  const said =
    'The token that was given is not good: what needs it would be inconclusive, and no run conform.';
  const finding: Finding = { check, state: 'bad', said, answered: answered(exchange) };
  return { finding };
}

/** Asks for something that only an administrator is told, and that changes nothing. */
async function examineAdministrator(
  ground: BareGround,
  userId: string,
  accessToken: string,
): Promise<Finding> {
  const check = 'the administrator';
  const account = { userId, accessToken };
  const { answer, exchange } = await ask(ground, 'getAdminLockUser', { userId }, account);
  if (answer?.status === 200)
    return { check, state: 'good', said: `It is ${userId}, and is told who is locked.` };
  const said =
    answer?.status === 403
      ? `${userId} is no administrator: nothing that needs one can be judged.`
      : `Whether ${userId} is one cannot be seen: this homeserver does not tell who is locked.`;
  return { check, state: 'note', said, answered: answered(exchange) };
}
