import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folderOf } from '../openapi/folder.fixture.ts';
import { runCli } from '../run-cli.fixture.ts';

const right = 'type: object\nproperties: { age: { type: integer, example: 7 } }\n';
const wrong = 'type: object\nproperties:\n  age: { type: integer, example: "7" }\n';

describe('what it says and how it ends', () => {
  test('nothing wrong is 0, something wrong 1, with its place', async () => {
    const cwd = await folderOf({ 'right.yaml': right, 'wrong.yaml': wrong });
    expect(await runCli(['examples', 'right.yaml'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    });
    const { code, stdout } = await runCli(['examples', '.'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('wrong.yaml:3:34  example-matches-schema\n');
    expect(stdout).toContain('the example is a string, and has to be an integer');
  });

  test.each([
    [[], 'Nothing is named to be checked'],
    [['nowhere.yaml'], 'Nothing was checked: there is no file or folder nowhere.yaml.'],
    [['.', '--rule', 'example-matches-shema'], 'did you mean example-matches-schema?'],
    [['.', '--update-baseline'], '--update-baseline needs --baseline FILE'],
    [['.', '--baseline', 'none.json'], 'The baseline none.json cannot be read'],
    [['.', '--reprot', 'json'], 'did you mean --report?'],
    [['.', '--report', 'xml'], 'the format is one of json, junit, sarif, github, terminal'],
  ])('%j is told in one sentence, and 2', async (args, sentence) => {
    const cwd = await folderOf({ 'right.yaml': right });
    const { code, stdout, stderr } = await runCli(['examples', ...args], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('nothing that could be checked is never 0', async () => {
    const cwd = await folderOf({ 'other.yaml': 'name: nothing of ours\n' });
    expect((await runCli(['examples', '.'], { cwd })).code).toBe(2);
  });

  test('reports are written, and annotations are printed by themselves on GitHub', async () => {
    const cwd = await folderOf({ 'wrong.yaml': wrong });
    const formats = ['json=o/e.json', 'junit=o/e.xml', 'sarif=o/e.sarif'];
    const args = ['examples', '.', ...formats.flatMap((one) => ['--report', one])];
    const { stdout } = await runCli(args, { cwd, env: { GITHUB_ACTIONS: 'true' } });
    expect(stdout).toContain('::error file=wrong.yaml,line=3,col=34,');
    const { findings } = JSON.parse(await readFile(join(cwd, 'o/e.json'), 'utf8'));
    expect(findings).toMatchObject([{ file: 'wrong.yaml', line: 3, schema: { line: 3 } }]);
    expect(await readFile(join(cwd, 'o/e.xml'), 'utf8')).toContain('failures="1"');
    expect(JSON.parse(await readFile(join(cwd, 'o/e.sarif'), 'utf8')).version).toBe('2.1.0');
  });
});

test('what the baseline knows is no news, wherever it moved; what is new is', async () => {
  const cwd = await folderOf({ 'a/wrong.yaml': wrong });
  const args = ['examples', 'a', '--baseline', 'known.json'];
  expect((await runCli([...args, '--update-baseline'], { cwd })).code).toBe(0);
  const text = await readFile(join(cwd, 'known.json'), 'utf8');
  await writeFile(join(cwd, 'a/wrong.yaml'), `# moved\n\n${wrong}`);
  expect((await runCli(args, { cwd })).code).toBe(0);
  await mkdir(join(cwd, 'b'));
  await rename(join(cwd, 'a/wrong.yaml'), join(cwd, 'b/wrong.yaml'));
  expect((await runCli(['examples', 'b', ...args.slice(2)], { cwd })).code).toBe(0);
  await writeFile(join(cwd, 'b/new.yaml'), wrong);
  const { code, stdout } = await runCli(['examples', 'b', ...args.slice(2)], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('new.yaml:3:34');
  expect(stdout).not.toContain('wrong.yaml:');
  expect(await readFile(join(cwd, 'known.json'), 'utf8')).toBe(text);
});

test('a document is fetched by its URL, and refers to the network only if it may', async () => {
  const server = createServer(({ url }, response) => {
    response.end(url === '/api.json' ? '{ "$ref": "more.json", "type": "object" }' : wrong);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const url = `http://127.0.0.1:${port}/api.json`;
  const refused = await runCli(['examples', url]);
  expect(refused.code).toBe(2);
  expect(refused.stdout.replaceAll(/\s+/g, ' ')).toContain(
    'is on the network, and is read with --allow-network only',
  );
  // YAML behind a name that ends in .json is no JSON.
  const allowed = await runCli(['examples', url, '--allow-network']);
  expect(allowed.code).toBe(1);
  expect(allowed.stdout).toContain('more.json:1:1  document-parses');
});

test('--watch checks again what has changed, until it is interrupted', async () => {
  const cwd = await folderOf({ 'a.yaml': right });
  let times = 0;
  const { code, stdout } = await runCli(['examples', '.', '--watch'], {
    cwd,
    onOutput: (seen, child) => {
      const isWrong = seen.includes('✗');
      if (isWrong) child.kill('SIGINT');
      else if (seen.includes('✓') && times++ === 0)
        setTimeout(() => void writeFile(join(cwd, 'a.yaml'), wrong), 300);
    },
  });
  expect(code).toBe(1);
  expect(stdout).toContain('a.yaml:3:34');
});
