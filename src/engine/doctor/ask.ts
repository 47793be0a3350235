import type { Account } from '../../client/account.ts';
import { type Conversation, converse } from '../../client/converse.ts';
import { Deadline } from '../../client/deadline.ts';
import { type Arguments, prepareRequest } from '../../client/prepare-request.ts';
import { Target } from '../../client/target.ts';
import type { BareGround } from '../bare-ground.ts';

/** A look at somebody else's door is short, in ms. */
const glanceMs = 5000;

/** Calls an operation once. A rate limit is an answer, and is not waited out. */
export async function ask(
  ground: BareGround,
  operationId: string,
  args: Arguments = {},
  account?: Account,
): Promise<Conversation> {
  const deadline = new Deadline(ground.timeoutMs, ground.signal);
  const caller = account === undefined ? undefined : { name: 'account', account };
  const request = prepareRequest(ground.contract.operation(operationId), args, caller);
  try {
    return await converse({ ...ground, deadline }, { ...request, takesLimit: true });
  } finally {
    deadline.end();
  }
}

/** Looks at a path of another place than the target. */
export async function glance(ground: BareGround, url: string, path: string): Promise<Conversation> {
  const deadline = new Deadline(Math.min(glanceMs, ground.timeoutMs), ground.signal);
  const target = new Target(url);
  const request = { method: 'GET', path, headers: { accept: 'application/json' } };
  try {
    return await converse({ ...ground, target, deadline }, { ...request, takesLimit: true });
  } finally {
    deadline.end();
    await target.close();
  }
}
