import { describe, expect, test } from 'vitest';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import type { RunResult } from './model/run-result.ts';
import type { Verdict } from './model/verdict.ts';
import { mutant, nothing, patience, runBoth } from './run-both.fixture.ts';
import type { VitestRun } from './run-vitest.fixture.ts';

/** What Vitest has to make of a verdict. */
const statuses = {
  pass: 'passed',
  fail: 'failed',
  error: 'failed',
  inconclusive: 'failed',
  advice: 'skipped',
  unsupported: 'skipped',
} as const satisfies Record<Verdict, string>;

function verdictsOfEngine({ outcomes }: RunResult) {
  return outcomes
    .map(({ id, verdict }) => ({ id, verdict, status: statuses[verdict] }))
    .toSorted(byId);
}

function verdictsOfVitest({ tests }: VitestRun) {
  return tests
    .map(({ ancestorTitles, title, status, meta }) => ({
      id: [...ancestorTitles, title].join('/'),
      verdict: meta.matrixConformance?.verdict,
      status: status === 'pending' ? 'skipped' : status,
    }))
    .toSorted(byId);
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}

describe('the engine and Vitest say the same of every scenario', () => {
  test.each([
    ['the reference homeserver', () => startHomeserver(), ['pass']],
    ['a homeserver that breaks a MUST', () => mutant('put-drops-nested-nulls'), ['fail', 'pass']],
    [
      'one that does not meet a SHOULD',
      () => mutant('a-missing-alias-is-taken'),
      ['advice', 'pass'],
    ],
    ['one that does nothing about state', () => nothing('500 to all, for state alone'), ['fail']],
  ])('of %s', { timeout: patience }, async (_, start, verdicts) => {
    const { engine, vitest } = await runBoth(start());
    expect([...new Set(engine.outcomes.map(({ verdict }) => verdict))].toSorted()).toEqual(
      expect.arrayContaining(verdicts),
    );
    expect(verdictsOfVitest(vitest)).toEqual(verdictsOfEngine(engine));
    expect(vitest.exitCode).toBe(engine.exitCode);
  });
});
