import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, memberOf } from '../client/answer.ts';
import { converse } from '../client/converse.ts';
import { Deadline } from '../client/deadline.ts';
import { prepareRequest } from '../client/prepare-request.ts';
import { stillLimited } from '../client/rate-limit.ts';
import type { BareGround } from './bare-ground.ts';
import { shortList } from './short-list.ts';

type Found =
  | { readonly versions: readonly string[] }
  | { readonly reason: string; readonly cure: string };

/** What the homeserver says it has, or one sentence about what is in the way, with its cure. */
export type VersionsOrProblem =
  | { readonly versions: readonly string[] }
  | { readonly problem: string };

/** Told after each look at a homeserver that is not up yet. Times are in ms. */
export type OnWaiting = (reason: string, waitedMs: number) => void;

const pollMs = 250;

/** Something that takes a connection and never answers must not use up the whole wait, in ms. */
const longestLookMs = 10_000;

/**
 * The Matrix versions that the homeserver says it has. `GET /_matrix/client/versions`.
 * @param waitMs how long to wait for it to come up. Whatever is no list of versions is waited out: a
 * name that is not known yet, a refused connection, TLS that is not up, an answer of a proxy.
 */
export async function findVersions(
  ground: BareGround,
  waitMs: number,
  onWaiting?: OnWaiting,
): Promise<VersionsOrProblem> {
  const start = performance.now();
  for (;;) {
    const patience = waitMs > 0 ? Math.min(ground.timeoutMs, longestLookMs) : ground.timeoutMs;
    const found = await askOnce(ground, patience);
    if ('versions' in found) return found;
    const waitedMs = performance.now() - start;
    if (waitedMs + pollMs > waitMs || ground.signal.aborted) {
      if (ground.signal.aborted) return { problem: `${found.reason}${found.cure}` };
      const waited = waitMs > 0 ? ` It was waited for ${waitMs / 1000} s.` : '';
      return { problem: `${found.reason}${found.cure}${waited || hint(found)}` };
    }
    onWaiting?.(found.reason, waitedMs);
    await sleep(pollMs, undefined, { signal: ground.signal }).catch(() => {});
  }
}

/** What cannot be reached may be about to come up. */
function hint({ cure }: { readonly cure: string }): string {
  return cure === notReached ? ' --wait SECONDS waits for it to come up.' : '';
}

const notReached = '. Is the homeserver running, and are host and port right?';

async function askOnce(ground: BareGround, patienceMs: number): Promise<Found> {
  const deadline = new Deadline(patienceMs, ground.signal);
  try {
    const request = prepareRequest(ground.contract.operation('getVersions'), {});
    const { answer, exchange } = await converse({ ...ground, deadline }, request);
    if (answer !== undefined) return judge(ground, answer);
    const failure = exchange.failure ?? 'no answer';
    return { reason: `${ground.target.url} cannot be reached: ${failure}`, cure: notReached };
  } finally {
    deadline.end();
  }
}

function judge(ground: BareGround, answer: Answer): Found {
  const where = `${ground.target.url}/_matrix/client/versions`;
  if (answer.status >= 300 && answer.status < 400) {
    const to = ground.redactor.cleanHead(answer.headers.location ?? 'elsewhere', 200);
    const cure = ": give the homeserver's own URL as --target.";
    return { reason: `${where} redirects to ${to}`, cure };
  }
  if (answer.status === 429) {
    return { reason: stillLimited(where, ground.waitBudget.totalMs), cure: '.' };
  }
  const versions = memberOf(answer, 'versions');
  const isList = Array.isArray(versions) && versions.every((one) => typeof one === 'string');
  if (answer.status === 200 && isList) return { versions: shortList(ground, versions) };
  const type = ground.redactor.cleanHead(answer.headers['content-type'] ?? 'no content type', 100);
  return {
    reason: `${where} is not what a Matrix homeserver answers (${answer.status}, ${type})`,
    cure: ': is this the URL of its client API?',
  };
}
