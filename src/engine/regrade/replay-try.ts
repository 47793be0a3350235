import { AccountPool } from '../../client/account-pool.ts';
import { baseUrl } from '../../client/base-url.ts';
import type { Contract } from '../../client/contract.ts';
import { usualWaitBudgetMs } from '../../client/rate-limit.ts';
import { Redactor } from '../../client/redactor.ts';
import { WaitBudget } from '../../client/wait-budget.ts';
import type { Try } from '../../model/outcome.ts';
import type { RunResult } from '../../model/run-result.ts';
import type { Means } from '../../scenario/means.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Ground, runScenario } from '../run-scenario.ts';
import { Doubts, NotRecorded } from './doubts.ts';
import { RecordedExchanges } from './recorded-exchanges.ts';
import { RecordedPatience } from './recorded-patience.ts';
import { recordedUsers } from './recorded-users.ts';
import { Refill } from './refill.ts';

/** A try told again, or why it cannot be: one sentence without its full stop. */
export type Replayed = { readonly told: Try } | { readonly doubt: string };

/** Far longer than any story takes that waits for nothing, in ms. */
const timeoutMs = 120_000;

/** Tells a scenario's story of today to one recorded try of it, as if to the homeserver. */
export async function replayTry(
  run: RunResult,
  contract: Contract,
  scenario: Scenario,
  recorded: Try,
): Promise<Replayed> {
  const { recording } = recorded;
  if (recording === undefined || recorded.exchanges.some((one) => one === null)) {
    return { doubt: 'its exchanges were thinned out, or it was recorded without what it takes' };
  }
  if (recorded.kind === 'timeout') return { doubt: 'it ran out of time when it was recorded' };
  if (recorded.stop?.reason === 'the run was interrupted') {
    return { doubt: 'it was interrupted when it was recorded' };
  }
  const doubts = new Doubts();
  const redactor = new Redactor();
  const refill = new Refill(redactor, recording.seed);
  const target = baseUrl(run.plan.target);
  const tale = { target, redactor, refill, doubts };
  const exchanges = new RecordedExchanges(recorded.exchanges, tale, recording.order);
  const replay = {
    recorded: exchanges,
    asides: new RecordedExchanges(recording.asides, tale),
    seed: recording.seed,
    patience: new RecordedPatience(recording.waits, doubts),
  };
  const accounts = new AccountPool(recordedUsers(run.server, recording.users, refill, doubts));
  const ground = groundOf(run, contract, { redactor, accounts, replay, refill });
  const again = await runScenario(ground, scenario);
  const gap = exchanges.gap();
  if (gap !== undefined) return { doubt: gap };
  // The first violation decides, whatever would have come after it: also where time was up then.
  if (doubts.first !== undefined && !isDecided(again)) return { doubt: doubts.first };
  const isSame = again.verdict === recorded.verdict && again.reason === recorded.reason;
  if (!isSame && refill.isInDoubt) {
    return { doubt: 'it came out otherwise, and the recording masks some of what was answered' };
  }
  const { stop, ...rest } = again;
  const told = { ...rest, ...(stop === undefined || doubts.first !== undefined ? {} : { stop }) };
  return { told: { ...told, durationMs: recorded.durationMs, recording } };
}

/** Whether a violation decided that nothing after it can outweigh. */
function isDecided({ verdict, kind }: Try): boolean {
  return verdict === 'fail' || (verdict === 'inconclusive' && kind !== undefined);
}

type Stand = Pick<Ground, 'redactor' | 'accounts'> &
  Required<Pick<Ground, 'replay'>> & { readonly refill: Refill };

function groundOf(run: RunResult, contract: Contract, stand: Stand): Ground {
  const { refill, ...rest } = stand;
  const url = baseUrl(run.plan.target);
  const send = () => Promise.reject(new NotRecorded('nothing is sent when a run is graded again'));
  const target: Ground['target'] = { url, send, apart: () => target, close: async () => {} };
  const { rateLimitWaitSeconds: seconds } = run.plan;
  return {
    ...rest,
    target,
    contract,
    facts: run.server,
    means: meansOf(run, refill),
    waitBudget: new WaitBudget(seconds === undefined ? usualWaitBudgetMs : seconds * 1000),
    timeoutMs,
    signal: new AbortController().signal,
  };
}

function meansOf({ plan: { administrator, servicePrefix: prefix } }: RunResult, refill: Refill) {
  return {
    ...(administrator === true ? { adminToken: refill.secret() } : {}),
    ...(prefix === undefined ? {} : { applicationService: { token: refill.secret(), prefix } }),
  } satisfies Means;
}
