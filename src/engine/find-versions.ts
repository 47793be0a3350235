import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, memberOf } from '../client/answer.ts';
import { converse } from '../client/converse.ts';
import { Deadline } from '../client/deadline.ts';
import { prepareRequest } from '../client/prepare-request.ts';
import { stillLimited } from '../client/rate-limit.ts';
import type { BareGround } from './bare-ground.ts';
import { shortList } from './short-list.ts';

type Found = { readonly versions: readonly string[] } | { readonly problem: string };

const pollMs = 250;

/**
 * The Matrix versions that the homeserver says it has. `GET /_matrix/client/versions`.
 * @param waitMs how long to wait for it to come up; answers that are no versions are waited out
 * too, as a reverse proxy answers before the homeserver behind it does.
 */
export async function findVersions(ground: BareGround, waitMs: number): Promise<Found> {
  const start = performance.now();
  for (;;) {
    const found = await askOnce(ground);
    const isLate = performance.now() - start + pollMs > waitMs;
    if ('versions' in found || isLate || ground.signal.aborted) return found;
    await sleep(pollMs, undefined, { signal: ground.signal }).catch(() => {});
  }
}

async function askOnce(ground: BareGround): Promise<Found> {
  const deadline = new Deadline(ground.timeoutMs, ground.signal);
  try {
    const request = prepareRequest(ground.contract.operation('getVersions'), {});
    const { answer, exchange } = await converse({ ...ground, deadline }, request);
    if (answer !== undefined) return judge(ground, answer);
    return {
      problem: `${ground.target.url} cannot be reached: ${exchange.failure ?? 'no answer'}. Is the homeserver running, and are host and port right? --wait SECONDS waits for it to come up.`,
    };
  } finally {
    deadline.end();
  }
}

function judge(ground: BareGround, answer: Answer): Found {
  const where = `${ground.target.url}/_matrix/client/versions`;
  if (answer.status >= 300 && answer.status < 400) {
    const to = ground.redactor.cleanHead(answer.headers.location ?? 'elsewhere', 200);
    return { problem: `${where} redirects to ${to}: give the homeserver's own URL as --target.` };
  }
  if (answer.status === 429) {
    return { problem: `${stillLimited(where, ground.waitBudget.totalMs)}.` };
  }
  const versions = memberOf(answer, 'versions');
  const isList = Array.isArray(versions) && versions.every((one) => typeof one === 'string');
  if (answer.status === 200 && isList) return { versions: shortList(ground, versions) };
  const type = ground.redactor.cleanHead(answer.headers['content-type'] ?? 'no content type', 100);
  return {
    problem: `${where} is not what a Matrix homeserver answers (${answer.status}, ${type}): is this the URL of its client API?`,
  };
}
