import { afterAll, beforeAll, describe, type TestContext, test } from 'vitest';
import { layGround } from './engine/lay-ground.ts';
import type { Plan } from './engine/plan.ts';
import { preflight } from './engine/preflight.ts';
import { scenarioRunner } from './engine/scenario-runner.ts';
import type { Outcome } from './model/outcome.ts';
import { standing } from './model/standing.ts';
import { paint } from './report/paint.ts';
import { shortReason } from './report/short-reason.ts';
import { terminalFinding } from './report/terminal-finding.ts';
import { visible } from './report/visible.ts';
import type { Scenario } from './scenario/scenario.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What a scenario came to, for reporters: Vitest has fewer words than there are verdicts. */
    matrixConformance?: Pick<Outcome, 'id' | 'verdict' | 'reason' | 'intermittent' | 'expectation'>;
  }
}

/** The engine keeps the time; it knows the waits for rate limits, which Vitest does not. */
const untimed = 0;

/**
 * Registers a plan as Vitest tests, one `describe` a suite and one `test` a scenario, named by the
 * two parts of its id. To be called in a test file, or within a `describe` of one.
 *
 * A scenario that came to fail, error or inconclusive fails its test with the evidence; advice
 * does so with `strict`, and so does what is not as the expectations say. Unsupported, other advice
 * and expected failures are skipped with their reason. Preflight is done once: a problem that it
 * finds fails every test. Where nothing passed or failed, expected failures included, the file
 * fails, as nothing was seen to hold. Vitest's own `retry` is not heeded, as it would
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
    const isSilent = outcomes.every((one) => standing(one, plan.strict) === 'silent');
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

/** Says an outcome in Vitest's words. @throws to fail or skip the test. */
async function tell(outcome: Outcome, strict: boolean, context: TestContext): Promise<void> {
  const { id, verdict, reason, intermittent, expectation } = outcome;
  context.task.meta.matrixConformance = {
    ...{ id, verdict, reason, intermittent },
    ...(expectation === undefined ? {} : { expectation }),
  };
  const finding = terminalFinding(outcome, paint(false), 100);
  const headline = visible(`${verdict}: ${shortReason(outcome)}`, 1000);
  switch (standing(outcome, strict)) {
    case 'holds':
      if (intermittent) await context.annotate(finding, 'intermittent');
      return;
    case 'known':
    case 'silent':
      if (verdict !== 'unsupported') await context.annotate(finding, verdict);
      context.skip(headline);
      return;
    case 'against':
    case 'unclear':
      throw failure(`${headline}\n\n${finding}`);
  }
}

/** An error without frames: those of the checker would only hide what the homeserver did. */
function failure(message: string): Error {
  const error = new Error(message);
  error.name = 'Nonconformance';
  error.stack = `${error.name}: ${message}`;
  return error;
}
