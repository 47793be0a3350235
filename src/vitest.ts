import { afterAll, beforeAll, describe, type TestContext, test } from 'vitest';
import { layGround } from './engine/lay-ground.ts';
import type { Plan } from './engine/plan.ts';
import { preflight } from './engine/preflight.ts';
import { scenarioRunner } from './engine/scenario-runner.ts';
import type { Outcome } from './model/outcome.ts';
import { paint } from './report/paint.ts';
import { terminalFinding } from './report/terminal-finding.ts';
import { visible } from './report/visible.ts';
import type { Scenario } from './scenario/scenario.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What a scenario came to, for reporters: Vitest has fewer words than there are verdicts. */
    matrixConformance?: Pick<Outcome, 'id' | 'verdict' | 'reason' | 'intermittent'>;
  }
}

/** The engine keeps the time; it knows the waits for rate limits, which Vitest does not. */
const untimed = 0;

/**
 * Registers a plan as Vitest tests, one `describe` a suite and one `test` a scenario, named by the
 * two parts of its id. To be called in a test file, or within a `describe` of one.
 *
 * A scenario that came to fail, error or inconclusive fails its test with the evidence; advice
 * does so with `strict`. Unsupported and other advice are skipped with their reason. Preflight is
 * done once: a problem that it finds fails every test. Where nothing passed and nothing failed,
 * the file fails, as nothing was seen to hold. Vitest's own `retry` is not heeded, as it would
 * hide the first try; how many run at once is Vitest's `maxConcurrency`, or one after the other
 * where `plan.concurrency` is 1.
 * @throws TypeError for a target that is no http(s) URL.
 */
export function registerPlan(plan: Plan): void {
  const controller = new AbortController();
  const { ground, selection } = layGround(plan, controller.signal);
  const outcomes: Outcome[] = [];
  let run: (scenario: Scenario) => Promise<Outcome> = async () => {
    throw new Error('preflight did not come to an end');
  };
  for (const problem of selection.problems) {
    test(problem, () => {
      throw new Error(problem);
    });
  }
  if (selection.scenarios.length === 0) return;
  beforeAll(async () => {
    const { accounts, facts, problems } = await preflight(plan, ground);
    run =
      accounts === undefined
        ? () => Promise.reject(failure(problems.map((text) => visible(text, 1000)).join('\n')))
        : scenarioRunner(plan, { ...ground, accounts, facts }, () => {});
  }, untimed);
  afterAll(async () => {
    await ground.target.close();
    const isSilent = outcomes.every((one) => isSkipped(one, plan.strict));
    if (outcomes.length > 0 && isSilent) throw new Error('nothing was seen to hold');
  }, untimed);
  const options = { concurrent: plan.concurrency > 1, retry: 0, timeout: untimed };
  for (const suite of new Set(selection.scenarios.map((scenario) => scenario.suite))) {
    describe(suite, () => {
      for (const scenario of selection.scenarios.filter((one) => one.suite === suite)) {
        test(scenario.id.slice(suite.length + 1), options, async (context) => {
          context.signal.addEventListener('abort', () => controller.abort());
          const outcome = await run(scenario);
          outcomes.push(outcome);
          await tell(outcome, plan.strict, context);
        });
      }
    });
  }
}

/** Whether Vitest is to be told that it was skipped. */
function isSkipped({ verdict }: Outcome, strict: boolean): boolean {
  return verdict === 'unsupported' || (verdict === 'advice' && !strict);
}

/** Says an outcome in Vitest's words. @throws to fail or skip the test. */
async function tell(outcome: Outcome, strict: boolean, context: TestContext): Promise<void> {
  const { id, verdict, reason, intermittent } = outcome;
  context.task.meta.matrixConformance = { id, verdict, reason, intermittent };
  const finding = terminalFinding(outcome, paint(false), 100);
  const why = `${verdict}: ${visible(reason, 1000)}`;
  if (verdict === 'pass') {
    if (intermittent) await context.annotate(finding, 'intermittent');
    return;
  }
  if (isSkipped(outcome, strict)) {
    if (verdict === 'advice') await context.annotate(finding, verdict);
    context.skip(why);
  }
  throw failure(`${why}\n\n${finding}`);
}

/** An error without frames: those of the checker would only hide what the homeserver did. */
function failure(message: string): Error {
  const error = new Error(message);
  error.name = 'Nonconformance';
  error.stack = `${error.name}: ${message}`;
  return error;
}
