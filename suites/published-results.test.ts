import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Outcome } from '../src/model/outcome.ts';
import { suites } from './suites.ts';

const known = new Set(suites.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)));

function textOf(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

describe.each(['synapse', 'dendrite'])('the published result of %s', (name) => {
  const run: { readonly outcomes: readonly Outcome[]; readonly problems: readonly string[] } =
    JSON.parse(textOf(`reports/${name}.json`));
  const page = textOf(`reports/${name}.md`);
  const explained: Readonly<Record<string, { readonly reason?: string }>> = parse(
    textOf(`ci/${name}.yaml`),
  );
  const deviations = run.outcomes.filter(({ verdict }) => ['fail', 'advice'].includes(verdict));

  test('has verdicts on scenarios that there are', () => {
    expect(run.outcomes.length).toBeGreaterThan(300);
    expect(run.outcomes.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
  });

  test('has nothing that went wrong with the checker, and nothing that nobody knows', () => {
    expect(run.problems).toEqual([]);
    const verdicts = new Set(run.outcomes.map(({ verdict }) => verdict));
    expect([...verdicts].filter((one) => ['error', 'inconclusive'].includes(one))).toEqual([]);
  });

  test('has some deviations, and a reason for each, on its page, too', () => {
    expect(deviations.length).toBeGreaterThan(0);
    expect(deviations.filter(({ id }) => !explained[id]?.reason).map(({ id }) => id)).toEqual([]);
    expect(deviations.filter(({ id }) => !page.includes(id)).map(({ id }) => id)).toEqual([]);
  });

  test('names no secret and no path of the machine that made it', () => {
    expect(JSON.stringify(run)).not.toMatch(
      /"[^"]*(?:Bearer (?![<$]|scheme)|syt_|\/home\/|\/root\/|\/tmp\/)/,
    );
  });
});

test('what the specification has its part in is a deviation that some homeserver has', () => {
  const ids = Object.keys(parse(textOf('ci/unclear.yaml')));
  const listed = ['synapse', 'dendrite'].flatMap((name) =>
    Object.keys(parse(textOf(`ci/${name}.yaml`))),
  );
  expect(ids.filter((id) => !listed.includes(id))).toEqual([]);
});
