import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../readme.fixture.ts';
import { runOf } from '../report/compare/comparison.fixture.ts';
import { json } from '../report/json.ts';
import { outcome } from '../report/report.fixture.ts';
import { inFolder, runCli } from '../run-cli.fixture.ts';

const sentence = /^[^\n]{15,500}[.]\n$/;

const good = runOf('Homeserver 1', [outcome('a/b', 'pass'), outcome('a/c', 'pass')]);
const bad = runOf('Homeserver 2', [outcome('a/b', 'fail'), outcome('a/c', 'pass')]);
const first = {
  ...good,
  plan: { ...good.plan, shard: '1/2' },
  outcomes: good.outcomes.slice(0, 1),
};
const second = { ...good, plan: { ...good.plan, shard: '2/2' }, outcomes: good.outcomes.slice(1) };

async function withFiles(work: (cwd: string) => Promise<void>): Promise<void> {
  await inFolder(async (cwd) => {
    const write = (name: string, text: string) => writeFile(join(cwd, name), text);
    await write('good.json', json(good));
    await write('bad.json', json(bad));
    await write('first.json', json(first));
    await write('second.json', json(second));
    await write('other.json', json(runOf('Homeserver 1', [outcome('x/y', 'pass')])));
    await write('nothing.json', json(runOf('unknown', [], { problems: ['It is down.'] })));
    await write('text.json', 'text');
    await write('report.json', '<testsuites/>');
    await write('list.json', '[[[[]]]]');
    await write('deep.json', '['.repeat(200_000));
    await write('proto.json', '{"__proto__": {"outcomes": []}, "constructor": 1}');
    await write('word.json', json(good).replace('"verdict": "pass"', '"verdict": "great"'));
    await write('type.json', json(good).replace('"interrupted": false', '"interrupted": "no"'));
    await work(cwd);
  });
}

test('a regression is exit 1, none is 0, and the reports are written', async () => {
  await withFiles(async (cwd) => {
    const args = [
      'compare',
      'good.json',
      'bad.json',
      '--report',
      'markdown=a.md',
      '--report',
      'html=a.html',
    ];
    const { code, stdout, stderr } = await runCli(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('Homeserver 2 since Homeserver 1: 1 regression.');
    expect(stdout).toContain('Written: a.md, a.html');
    expect(await readFile(join(cwd, 'a.md'), 'utf8')).toContain('### Regressions (1)');
    expect((await runCli(['compare', 'bad.json', 'good.json'], { cwd })).code).toBe(0);
    expect(
      (await runCli(['compare', 'good.json', 'bad.json', '--baseline', 'none'], { cwd })).code,
    ).toBe(0);
    expect(
      (await runCli(['compare', 'good.json', 'bad.json', '--baseline', 'bad.json'], { cwd })).code,
    ).toBe(0);
  });
});

test('columns are named by NAME=FILE or --names, and shards of one name are one run', async () => {
  await withFiles(async (cwd) => {
    const named = await runCli(['compare', 'main=good.json', 'branch=bad.json'], { cwd });
    expect(named.stdout).toContain('branch since main: 1 regression');
    const listed = await runCli(['compare', 'good.json', 'bad.json', '--names', 'A, B'], { cwd });
    expect(listed.stdout).toContain('B since A: 1 regression');
    const parts = ['main=first.json', 'main=second.json', 'branch=bad.json'];
    const merged = await runCli(['compare', ...parts, '--report', 'json=-'], { cwd });
    const { servers } = JSON.parse(merged.stdout) as { servers: unknown[] };
    expect(servers).toMatchObject([{ name: 'main', counts: { pass: 2 } }, { name: 'branch' }]);
    expect(merged.code).toBe(1);
  });
});

test('the published results of two homeservers are compared, and no regression is judged', async () => {
  const files = ['synapse', 'dendrite'].map((name) => join(root, 'reports', `${name}.json`));
  const { code, stdout } = await runCli(['compare', ...files]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Kept by none \(\d+\)/);
  expect(stdout).toContain('No regression is judged');
});

describe('what cannot be compared is exit 2, and one sentence', () => {
  test.each([
    [['good.json'], /Two results or more/],
    [['good.json', 'nowhere.json'], /nowhere.json cannot be read: there is no such file/],
    [['good.json', '.'], /it is a folder/],
    [['good.json', 'text.json'], /text.json is no result.*it is not JSON/],
    [['good.json', 'report.json'], /it looks like XML/],
    [['good.json', 'list.json'], /the whole of it is not an object/],
    [['good.json', 'deep.json'], /deep.json is no result/],
    [['good.json', 'proto.json'], /it has no outcomes/],
    [['good.json', 'word.json'], /\/outcomes\/0\/verdict must be equal to one of/],
    [['good.json', 'type.json'], /\/interrupted must be boolean/],
    [['good.json', 'nothing.json'], /nothing was run: It is down\./],
    [['good.json', 'other.json'], /no scenario in common/],
    [['first.json', 'second.json'], /are shards of one run.*run=first.json run=second.json/],
    [['a=good.json', 'a=bad.json'], /are all called a, and are not the shards/],
    [['a=first.json', 'a=second.json'], /nothing to compare it with/],
    [['good.json', 'bad.json', '--names', 'a'], /--names has to give 2 names/],
    [['good.json', 'bad.json', '--baseline', 'c'], /--baseline c is none of the columns/],
    [['good.json', 'bad.json', '--report', 'junit'], /one of html, markdown, json, terminal/],
  ])('%j', async (args, message) => {
    await withFiles(async (cwd) => {
      const { code, stdout, stderr } = await runCli(['compare', ...args], { cwd });
      expect(stderr).toMatch(message);
      expect(stderr).toMatch(sentence);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    });
  });
});
