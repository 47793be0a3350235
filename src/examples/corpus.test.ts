import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkExamples } from './check-examples.ts';
import { allRules } from './rules.ts';

const corpus = fileURLToPath(new URL('../../bench/examples/corpus', import.meta.url));

interface Place {
  readonly file: string;
  readonly line: readonly number[];
}

interface Defect extends Place {
  readonly name: string;
  readonly defect: string;
  readonly rule: string;
  /** Other places where the same defect may as well be told. */
  readonly also?: readonly Place[];
}

const manifest: readonly Defect[] = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8'));
const rules = allRules.map(({ id }) => id);

describe('each defect of the corpus is found, once, by its rule and at its line', () => {
  test.each(manifest)('$name: $defect', async ({ name, rule, file, line, also = [] }) => {
    const folder = join(corpus, 'defects', name);
    const path = existsSync(folder) ? folder : join(corpus, 'defects', file);
    const { findings } = await checkExamples([path], { rules });
    expect(findings).toHaveLength(1);
    const [found] = findings;
    expect(found?.rule).toBe(rule);
    const places = [{ file, line }, ...also].flatMap((one) =>
      one.line.map((number) => `bench/examples/corpus/defects/${one.file}:${number}`),
    );
    expect(places).toContain(`${found?.file}:${found?.line}`);
  });

  test('every rule has a defect, but for the one that only hostile documents break', () => {
    const broken = new Set(manifest.map(({ rule }) => rule));
    expect(rules.filter((rule) => !broken.has(rule))).toEqual(['check-ends']);
  });
});

describe('no alarm on what is right', () => {
  test.each(readdirSync(join(corpus, 'controls')))('%s', async (name) => {
    const { findings, unchecked, checked } = await checkExamples([join(corpus, 'controls', name)], {
      rules,
    });
    expect({ findings, unchecked }).toEqual({ findings: [], unchecked: [] });
    expect(checked.files).toBeGreaterThan(0);
  });
});
