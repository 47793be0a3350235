import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { suites } from './suites.ts';

/** The catalogue lies beside the project where the project is made, and nowhere else. */
const catalogue = new URL('../../shared/catalogue/state-events.md', import.meta.url);
const isMissing = !existsSync(catalogue);
const condition = isMissing ? ' (skipped: ../shared/catalogue is not there)' : '';

/** The rows of the catalogue with their levels: `A1` → `M`. */
function readRows(): ReadonlyMap<string, string> {
  const text = readFileSync(catalogue, 'utf8');
  const rows = text.matchAll(/^\| ([A-Q]\d+) \|.*\| ([^|]+) \| [^|]* \|$/gm);
  return new Map([...rows].map(([, row = '', level = '']) => [row, level.trim()]));
}

const scenarios = suites.flatMap((suite) => suite.scenarios);

test.skipIf(isMissing)(`every row of the catalogue has a scenario${condition}`, () => {
  const rows = readRows();
  expect(rows.size).toBe(210);
  const covered = new Set(scenarios.flatMap((scenario) => scenario.rows));
  expect([...rows.keys()].filter((row) => !covered.has(row))).toEqual([]);
});

test.skipIf(isMissing)(`no scenario names a row that there is not${condition}`, () => {
  const rows = readRows();
  const strange = scenarios.filter((scenario) => scenario.rows.some((row) => !rows.has(row)));
  expect(strange.map(({ id }) => id)).toEqual([]);
});
