import { AccountError } from '../client/account-error.ts';
import type { AccountPool } from '../client/account-pool.ts';
import { createAuthLine } from '../client/auth-line.ts';
import type { Contract } from '../client/contract.ts';
import type { Line, Recorded } from '../client/converse.ts';
import { Deadline } from '../client/deadline.ts';
import { MadeUp } from '../client/made-up.ts';
import type { Redactor } from '../client/redactor.ts';
import { TransportError } from '../client/transport-error.ts';
import type { WaitBudget } from '../client/wait-budget.ts';
import type { Try } from '../model/outcome.ts';
import type { Wait } from '../model/recording.ts';
import type { ServerFacts } from '../model/run-result.ts';
import type { Stop } from '../model/transcript.ts';
import { createContext } from '../scenario/context.ts';
import type { Means } from '../scenario/means.ts';
import { LivePatience, type Patience } from '../scenario/patience.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { StopScenario } from '../scenario/stop-scenario.ts';
import { Tape } from '../scenario/tape.ts';
import { decide } from './decide.ts';

/** The homeserver under test and what is known of it: the same for all scenarios of a run. */
export interface Ground {
  readonly target: Line['target'];
  readonly redactor: Redactor;
  readonly contract: Contract;
  readonly accounts: AccountPool;
  readonly facts: ServerFacts;
  readonly means: Means;
  readonly waitBudget: WaitBudget;
  /** How long one try may take, without waits for rate limits, in ms. */
  readonly timeoutMs: number;
  /** Aborted to end the run early. */
  readonly signal: AbortSignal;
  /** One try as it was recorded, to be told again without a homeserver. */
  readonly replay?: Replay;
}

/** What stands in for a homeserver, and for the time that went by. */
export interface Replay {
  readonly recorded: Recorded;
  /** The same for what was said to get at users. */
  readonly asides: Recorded;
  readonly seed: string;
  readonly patience: Patience & { readonly waits: readonly Wait[] };
}

/** Runs a scenario once. Whatever happens becomes a verdict; nothing is thrown. */
export async function runScenario(
  ground: Ground,
  scenario: Scenario,
  onWait?: (ms: number) => void,
): Promise<Try> {
  const start = performance.now();
  const deadline = new Deadline(ground.timeoutMs, ground.signal);
  const tape = new Tape();
  const { replay } = ground;
  const madeUp = new MadeUp(replay?.seed);
  const patience = replay?.patience ?? new LivePatience(deadline);
  const bare = { ...ground, deadline, ...(onWait === undefined ? {} : { onWait }) };
  const line = { ...bare, ...(replay === undefined ? {} : { recorded: replay.recorded }) };
  const authLine = createAuthLine({
    ...bare,
    ...(replay === undefined ? {} : { recorded: replay.asides }),
    madeUp,
    onExchange: (exchange) => tape.aside(exchange),
  });
  const accountLine = createAuthLine(bare);
  const stage = { ...line, authLine, accountLine, madeUp, patience, scenario, tape };
  const context = createContext(stage);
  let stop: Stop | undefined;
  try {
    await withinDeadline(deadline, scenario.run(context));
  } catch (error) {
    stop = stopOf(error, deadline);
    // Whatever was thrown may quote the homeserver.
    if (stop !== undefined)
      stop = { ...stop, reason: ground.redactor.cleanHead(stop.reason, 2000) };
  } finally {
    deadline.end();
    context.giveBack(scenario.isIsolated !== true);
  }
  const { waits } = patience;
  const transcript = tape.transcript(stop, { seed: madeUp.seed, waits });
  const decision = decide(transcript);
  const isTimeout = decision.verdict === 'error' && deadline.isOver && !ground.signal.aborted;
  return {
    ...transcript,
    ...decision,
    ...(isTimeout ? { kind: 'timeout' as const } : {}),
    durationMs: Math.round(performance.now() - start),
  };
}

/** A scenario that waits for something other than the homeserver ends in time, too. */
async function withinDeadline(deadline: Deadline, run: Promise<void>): Promise<void> {
  let onAbort: (() => void) | undefined;
  const over = new Promise<never>((_, reject) => {
    onAbort = () => reject(new StopScenario({ verdict: 'error', reason: deadline.reason }));
    if (deadline.signal.aborted) onAbort();
    else deadline.signal.addEventListener('abort', onAbort);
  });
  try {
    // What loses the race is left to itself: its requests are cancelled by the same signal.
    run.catch(() => {});
    await Promise.race([run, over]);
  } finally {
    if (onAbort !== undefined) deadline.signal.removeEventListener('abort', onAbort);
  }
}

function stopOf(error: unknown, deadline: Deadline): Stop | undefined {
  if (error instanceof StopScenario) return error.stop;
  if (error instanceof AccountError) return { verdict: 'inconclusive', reason: error.message };
  if (deadline.signal.aborted) return { verdict: 'error', reason: deadline.reason };
  if (error instanceof TransportError) return { verdict: 'error', reason: error.message };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { verdict: 'error', reason: `the checker itself went wrong: ${message}` };
}
