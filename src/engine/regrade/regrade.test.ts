import { expect, test } from 'vitest';
import { suites } from '../../../suites/suites.ts';
import { ownDocuments } from '../../client/auth/auth-line.fixture.ts';
import { startHomeserver } from '../../homeserver/start-homeserver.ts';
import type { RunResult } from '../../model/run-result.ts';
import { planFor } from '../plan.fixture.ts';
import { runPlan } from '../run-plan.ts';
import { regrade } from './regrade.ts';

const checker = { version: '0.0.0' };
const today = {
  suites,
  specification: ownDocuments,
  fallback: ownDocuments,
  strict: false,
  checker,
};

function verdicts({ outcomes }: RunResult) {
  return outcomes.map(({ id, verdict, reason }) => ({ id, verdict, reason }));
}

/** As a file would hold it. */
function recorded(result: RunResult): RunResult {
  return JSON.parse(JSON.stringify(result));
}

test('a run against the reference is graded again to the same verdicts, all of them', async () => {
  const homeserver = await startHomeserver();
  const run = recorded(await runPlan(planFor(homeserver.url, { suites, concurrency: 4 })));
  await homeserver.close();
  const again = await regrade(run, today);
  expect(again.regraded?.changes).toEqual([]);
  expect(verdicts(again)).toEqual(verdicts(run));
  const ran = run.outcomes.filter(({ tries }) => tries.length > 0);
  expect(again.regraded?.scenarios).toBe(ran.length);
  expect(again.exitCode).toBe(run.exitCode);
});
