import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { openRegistration } from '../src/client/auth/open-registration.ts';
import { mutants } from '../src/homeserver/mutants/mutants.ts';
import { nullHomeservers } from '../src/homeserver/null-homeservers.ts';
import { startHomeserver } from '../src/homeserver/start-homeserver.ts';
import { loadSpecification } from '../src/openapi/load-specification.ts';
import { probe } from '../src/self-test/probe.ts';
import { selfTest } from '../src/self-test/self-test.ts';
import {
  isKilledAsNamed,
  proofOf,
  type SelfTestResult,
} from '../src/self-test/self-test-result.ts';
import { wellEquipped } from '../src/self-test/well-equipped.ts';
import { suites } from './suites.ts';

const scenarios = suites.flatMap((suite) => suite.scenarios);
const own = new URL('../spec', import.meta.url).pathname;

// The command self-test is the whole proof: that each scenario is the only killer of some mutant
// takes every scenario against one mutant of each.
describe('the self-test, each mutant against the scenarios that it names', () => {
  let result: SelfTestResult;

  beforeAll(async () => {
    const specification = await loadSpecification(own);
    result = await selfTest({
      scenarios,
      specification,
      mutants,
      nulls: nullHomeservers,
      isQuick: true,
    });
  }, 900_000);

  test('the reference homeserver passes every scenario', () => {
    expect(result.reference).toEqual([]);
  });

  test('homeservers that do nothing pass nothing', () => {
    expect(result.nulls.length).toBeGreaterThanOrEqual(6);
    expect(result.nulls.filter(({ passed }) => passed.length > 0)).toEqual([]);
  });

  test('each mutant fails the scenarios that it names', () => {
    expect(result.mutants.filter((mutant) => !isKilledAsNamed(mutant))).toEqual([]);
  });

  test('each scenario is the only one that some mutant names', () => {
    const owned = new Set(
      mutants.filter(({ killedBy }) => killedBy.length === 1).flatMap(({ killedBy }) => killedBy),
    );
    expect(scenarios.filter(({ id }) => !owned.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('the published scores are those that were measured now', async () => {
    const text = await readFile(new URL('../reports/self-test.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(
      await readFile(new URL('../package.json', import.meta.url), 'utf8'),
    );
    const measured = { ...proofOf(result, version), scenarios: result.scenarios };
    expect(JSON.parse(text), 'npm run prove writes them anew').toEqual(measured);
  });
});

test.each(['10', '11', '12'])(
  'the reference homeserver passes every scenario in rooms of version %s',
  async (roomVersion) => {
    const homeserver = await startHomeserver(wellEquipped.options);
    try {
      const specification = await loadSpecification(own);
      const known = { ...wellEquipped.known, roomVersion };
      const accounts = openRegistration();
      const found = await probe(homeserver.url, specification, accounts, scenarios, known);
      expect(found.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    } finally {
      await homeserver.close();
    }
  },
);

test('no mutant names a scenario that is none, or none at all', () => {
  const ids = new Set(scenarios.map(({ id }) => id));
  const wrong = mutants.filter(
    ({ killedBy }) => killedBy.length === 0 || killedBy.some((id) => !ids.has(id)),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('every scenario says which rows of the catalogue it covers, and no id is there twice', () => {
  expect(scenarios.filter(({ rows }) => rows.length === 0)).toEqual([]);
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
});
