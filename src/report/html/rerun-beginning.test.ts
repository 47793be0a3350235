import { expect, test } from 'vitest';
import { ownSpecificationName } from '../../model/own-specification-name.ts';
import type { PlanFacts } from '../../model/run-result.ts';
import { runResult } from '../report.fixture.ts';
import { rerunBeginning } from './rerun-beginning.ts';

function begun(changes: Partial<PlanFacts>, noun?: string): string {
  const { plan, ...rest } = runResult([]);
  const own = { target: 'http://hs.test:8008', specification: ownSpecificationName };
  const result = { ...rest, plan: { ...plan, ...own, ...changes } };
  return rerunBeginning(noun === undefined ? result : { ...result, noun });
}

test.each<readonly [Partial<PlanFacts>, string | undefined, string]>([
  [{}, undefined, '--target http://hs.test:8008 --only '],
  [
    { strict: true, unsafe: true },
    undefined,
    '--target http://hs.test:8008 --strict --unsafe --only ',
  ],
  [{ specification: 'v1.16' }, undefined, '--target http://hs.test:8008 --spec v1.16 --only '],
  [
    { specification: "it's/api" },
    undefined,
    "--target http://hs.test:8008 --spec 'it'\\''s/api' --only ",
  ],
  [{ embedded: true, target: 'http://127.0.0.1:40123' }, undefined, '--only '],
  [{ embedded: true, specification: 'v1.16' }, undefined, '--spec v1.16 --only '],
  [{}, 'check', 'proxy --target http://hs.test:8008 # '],
  [
    { target: 'a b.har, c.har', specification: 'v1.16', strict: true },
    'check',
    "check 'a b.har' c.har --spec v1.16 --strict # ",
  ],
])('%j (%s) begins the command %s', (changes, noun, words) => {
  expect(begun(changes, noun)).toBe(`npx matrix-conformance ${words}`);
});
