import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import { elementsOf, readXml } from './report/xml-document.fixture.ts';
import { inFolder, runCli } from './run-cli.fixture.ts';

/** One scenario, so that a run is short. */
const one = ['--only', 'an-unknown-token-is-refused'];
const sentence = /^[^\n]{15,400}[.?]\n$/;

test('a stale report does not outlive a run that could not even be planned', async () => {
  await inFolder(async (cwd) => {
    await writeFile(join(cwd, 'out.xml'), 'stale');
    const { code } = await runCli(['--report', 'junit=out.xml', '--shard', '9/3'], { cwd });
    expect(code).toBe(2);
    const [error] = elementsOf(readXml(await readFile(join(cwd, 'out.xml'), 'utf8')), 'error');
    expect(error?.attributes.message).toContain('--shard is I/N');
  });
});

test('several reports at once, and the one on standard output stands there alone', async () => {
  await inFolder(async (cwd) => {
    const reports = ['junit=deep/er/a.xml', 'json=-', 'terminal=b.txt'];
    const args = [...one, ...reports.flatMap((report) => ['--report', report])];
    const { code, stdout, stderr } = await runCli(args, { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 0, outcomes: [{ verdict: 'pass' }] });
    expect(stderr).toContain('Written: deep/er/a.xml, b.txt');
    readXml(await readFile(join(cwd, 'deep/er/a.xml'), 'utf8'));
    expect(await readFile(join(cwd, 'b.txt'), 'utf8')).toContain('1 pass');
  });
});

test.each([
  ['a folder that is a file', 'file/a.xml', /a file stands where a folder has to be/],
  ['a file that is a folder', 'folder', /it is a folder/],
])('a report that cannot be written is exit 2: %s', async (_, path, message) => {
  await inFolder(async (cwd) => {
    await writeFile(join(cwd, 'file'), '');
    await mkdir(join(cwd, 'folder'));
    const { code, stderr } = await runCli([...one, '--report', `junit=${path}`], { cwd });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(sentence);
    expect(code).toBe(2);
  });
});

test('the command line wins over the environment, and that over the file', async () => {
  await inFolder(async (cwd) => {
    const file = 'timeout: 11\nconcurrency: 3\nonly: nothing-like-this\nreport: json=-\n';
    await writeFile(join(cwd, 'matrix-conformance.yaml'), file);
    const env = { MATRIX_CONFORMANCE_CONCURRENCY: '2', MATRIX_CONFORMANCE_STRICT: 'true' };
    const { stdout } = await runCli([...one], { cwd, env });
    const plan = { timeoutSeconds: 11, concurrency: 2, strict: true, only: one[1] };
    expect(JSON.parse(stdout)).toMatchObject({ plan, exitCode: 0 });
  });
});

test.each([
  ['targt: x', /has no option targt: --help lists them/],
  ['- target', /has to be a map/],
  ['strict: maybe', /strict in .* is true or false/],
  ['only: [a, b]', /only in .* has to be one value/],
  ['a: [', /is not YAML/],
])('a bad configuration file is exit 2: %s', async (file, message) => {
  await inFolder(async (cwd) => {
    await writeFile(join(cwd, 'matrix-conformance.yaml'), file);
    const { code, stderr } = await runCli([], { cwd });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(sentence);
    expect(code).toBe(2);
  });
});

test('list --json tells each scenario by id, level, title, section and rows', async () => {
  const { code, stdout } = await runCli(['list', '--json']);
  const { scenarios } = JSON.parse(stdout) as { scenarios: Record<string, unknown>[] };
  expect(code).toBe(0);
  expect(scenarios.length).toBeGreaterThan(50);
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  for (const scenario of scenarios) {
    expect(Object.keys(scenario)).toEqual(['id', 'level', 'title', 'section', 'rows']);
  }
});

test('list --errata tells each erratum with its reason and link, and so does --json', async () => {
  const { stdout } = await runCli(['list', '--errata']);
  const { errata } = JSON.parse((await runCli(['list', '--json'])).stdout) as {
    errata: Record<string, string>[];
  };
  expect(errata.length).toBeGreaterThan(10);
  for (const erratum of errata) {
    expect(Object.keys(erratum)).toEqual(['operation', 'status', 'what', 'reason', 'link']);
    const { operation, status, what, reason, link } = erratum;
    expect(stdout).toContain(`${operation} ${status}: ${what}\n  ${reason}\n  ${link}\n`);
  }
});

test('without a terminal progress is plain lines', async () => {
  await inFolder(async (cwd) => {
    const { code, stdout } = await runCli(one, { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('[1/1] ✓ pass');
    expect(stdout).not.toMatch(/[\u001b\r]/);
  });
});

test('a port that is taken is exit 2, and one sentence', async () => {
  const { port, close } = await startHomeserver();
  const { code, stderr } = await runCli(['homeserver', '--port', String(port)]);
  await close();
  expect(stderr).toMatch(/cannot be listened on \(EADDRINUSE\); --port 0 picks one/);
  expect(code).toBe(2);
});
