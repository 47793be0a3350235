import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAjv } from '../schema/create-ajv.ts';

const cli = new URL('../../dist/bundle/cli.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'regrade-'));
const file = join(folder, 'run.json');

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const summary = join(folder, 'summary.md');

function run(...args: string[]): Promise<Ended> {
  const env = { ...process.env, GITHUB_STEP_SUMMARY: summary };
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  const { code } = await run('rooms', '--report', `json=${file}`);
  expect(code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a run of the command line', () => {
  test('is valid by the published schema, and so is what it is graded to', async () => {
    const again = join(folder, 'again.json');
    const { code, out } = await run('regrade', file, '--report', `json=${again}`);
    expect(code).toBe(0);
    expect(out).toContain('nothing: every verdict and every reason is the same');
    const schema = new URL('../../reports/result.schema.json', import.meta.url);
    const validate = createAjv().compile(JSON.parse(readFileSync(schema, 'utf8')));
    for (const path of [file, again]) {
      validate(JSON.parse(readFileSync(path, 'utf8')));
      expect(validate.errors).toBeNull();
    }
  });

  test('is told in the summary of the job, where its annotations go to standard output', async () => {
    const { code, out } = await run('regrade', file, '--report', 'github');
    expect([code, out]).toEqual([0, expect.stringMatching(/^::notice /)]);
    expect(readFileSync(summary, 'utf8')).toMatch(/^## matrix-conformance /);
  });

  test('may be one that a later version has added members to', async () => {
    const later = { ...JSON.parse(readFileSync(file, 'utf8')), __proto__: null, later: { is: 1 } };
    const { code } = await run('regrade', written('later.json', JSON.stringify(later)));
    expect(code).toBe(0);
  });
});

test.each([
  ['no JSON', '{', /it is not JSON/],
  ['a list', '[]', /is no result of a run/],
  ['a number', '7', /is no result of a run/],
  ['a result of before there was a version', '{"outcomes": []}', /without a formatVersion/],
  ['a result of another version', '{"outcomes": [], "formatVersion": 9}', /of another \(9\)/],
  ['a version that steers terminals', '{"outcomes": [], "formatVersion": "\\u001b[2J"}', /another/],
  ['a result with nothing in it', '{"outcomes": [], "formatVersion": 1}', /must have required/],
  ['names of prototypes', '{"__proto__": {"outcomes": 1}, "constructor": 1}', /is no result/],
  ['brackets without end', '['.repeat(1_000_000), /it is not JSON/],
])('%s ends in one sentence and 2', async (_, text, sentence) => {
  const { code, out, err } = await run('regrade', written('wrong.json', text));
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(sentence);
  expect(err).not.toContain('\u001b');
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('a run that began at no time is no result, and is told as such', async () => {
  const text = readFileSync(file, 'utf8');
  const odd = text.replace(/(\n {2}"startedAt": ")[^"]*/, '$12016-12-31T23:59:60Z');
  expect(odd).not.toBe(text);
  const { code, err } = await run('regrade', written('odd.json', odd));
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/is no result .*: \/startedAt is no time\.\n$/),
  ]);
});

test('no file, or one that is not there, ends in one sentence and 2', async () => {
  for (const args of [[], ['a.json', 'b.json'], ['not-there.json']]) {
    const { code, err } = await run('regrade', ...args);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  }
});
