import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import type { RunResult } from './model/run-result.ts';
import { type Standing, standing } from './model/standing.ts';
import { mutant, nothing, patience, runBoth } from './run-both.fixture.ts';
import { inFolder } from './run-cli.fixture.ts';
import type { VitestRun } from './run-vitest.fixture.ts';

/** What Vitest has to make of what an outcome counts for. */
const statuses = {
  holds: 'passed',
  known: 'skipped',
  against: 'failed',
  unclear: 'failed',
  silent: 'skipped',
} as const satisfies Record<Standing, string>;

function verdictsOfEngine({ outcomes, plan }: RunResult) {
  return outcomes
    .map((outcome) => ({
      id: outcome.id,
      verdict: outcome.verdict,
      met: outcome.expectation?.met,
      status: statuses[standing(outcome, plan.strict)],
    }))
    .toSorted(byId);
}

function verdictsOfVitest({ tests }: VitestRun) {
  return tests
    .map(({ ancestorTitles, title, status, meta }) => ({
      id: [...ancestorTitles, title].join('/'),
      verdict: meta.matrixConformance?.verdict,
      met: meta.matrixConformance?.expectation?.met,
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

const left = 'room_state/who-left-may-not-set-state';
const banned = 'room_state/who-is-banned-may-not-set-state';
const day = 'until: 2026-01-31';

describe('they say the same of what is expected', () => {
  test.each([
    ['a failure as expected', `${left}: { expect: fail, reason: Known. }`, 0],
    ['a failure of another kind', `${left}: { expect: fail, kind: header, reason: Known. }`, 1],
    ['a failure where advice was expected', `${left}: { expect: advice, reason: Known. }`, 1],
    [
      'an unexpected pass',
      `${left}: { expect: fail, reason: Known. }\n${banned}: { expect: fail, reason: Known. }`,
      1,
    ],
    ['one that is skipped', `${left}: { expect: skip, reason: Known. }`, 0],
    ['one that has expired', `${left}: { expect: flaky, ${day}, reason: Known. }`, 1],
  ])('%s', { timeout: patience }, async (_, entries, exitCode) => {
    await inFolder(async (folder) => {
      const expectations = join(folder, 'known.yaml');
      await writeFile(expectations, entries);
      const options = { only: 'room_state/who-*-may-not-set-state', expectations };
      const { engine, vitest } = await runBoth(mutant('who-left-sets-state'), options);
      expect(verdictsOfVitest(vitest)).toEqual(verdictsOfEngine(engine));
      expect([engine.exitCode, vitest.exitCode]).toEqual([exitCode, exitCode]);
    });
  });

  test.each([
    ['nothing but a failure as expected', 'expect: fail', 0, 0],
    ['nothing but a skipped one', 'expect: skip', 2, 1],
  ])('%s', { timeout: patience }, async (_, member, ofEngine, ofVitest) => {
    await inFolder(async (folder) => {
      const expectations = join(folder, 'known.yaml');
      await writeFile(expectations, `${left}: { ${member}, reason: Known. }`);
      const options = { only: left, expectations };
      const { engine, vitest } = await runBoth(mutant('who-left-sets-state'), options);
      expect([engine.exitCode, vitest.exitCode]).toEqual([ofEngine, ofVitest]);
    });
  });
});
