import { lstat, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import type { RunResult } from './model/run-result.ts';
import { elementsOf, readXml } from './report/xml-document.fixture.ts';
import { mutant, patience, type Started } from './run-both.fixture.ts';
import { type Ended, inFolder, runCli } from './run-cli.fixture.ts';

const left = 'room_state/who-left-may-not-set-state';
const banned = 'room_state/who-is-banned-may-not-set-state';
/** A pattern of four scenarios, which holds both. */
const four = 'room_state/who-*-may-not-set-state';
const known = `# Of our homeserver.
${left}:
  expect: fail
  kind: status
  reason: Leaving is not looked at yet.
  url: https://example.org/12
`;

let sound: Awaited<Started>;
let faulty: Awaited<Started>;
let advised: Awaited<Started>;
beforeAll(async () => {
  sound = await startHomeserver();
  faulty = await mutant('who-left-sets-state');
  advised = await mutant('a-missing-alias-is-taken');
});
afterAll(() => Promise.all([sound, faulty, advised].map((one) => one.close())));

interface Came extends Ended {
  /** The run as its JSON report has it. */
  readonly result: RunResult;
  readonly junit: string;
  /** The expectations as they are now; empty where there are none. */
  readonly file: string;
}

/** Runs four scenarios with a file of expectations, and reads what it leaves behind. */
async function run(
  target: { readonly url: string },
  file: string | undefined,
  ...more: readonly string[]
): Promise<Came> {
  return inFolder(async (cwd) => {
    if (file !== undefined) await writeFile(join(cwd, 'known.yaml'), file);
    const only = more.includes('--only') ? [] : ['--only', four];
    const words = ['--target', target.url, '--expectations', 'known.yaml', ...only, ...more];
    const reports = ['--report', 'json=run.json', '--report', 'junit=run.xml'];
    const ended = await runCli([...words, ...reports], { cwd });
    const read = (name: string) => readFile(join(cwd, name), 'utf8').catch(() => '');
    expect((await readdir(cwd)).filter((name) => name.endsWith('.part'))).toEqual([]);
    return {
      ...ended,
      result: JSON.parse((await read('run.json')) || '{}'),
      junit: await read('run.xml'),
      file: await read('known.yaml'),
    };
  });
}

const meets = ({ result }: Came) =>
  result.outcomes.flatMap(({ expectation }) => expectation?.met ?? []);

describe('a run', { timeout: patience }, () => {
  test('in which a failure is as expected is exit 0, and says so in each report', async () => {
    const came = await run(faulty, known);
    expect(came.code).toBe(0);
    expect(came.stdout).toMatch(/✗ fail .* m?s, expected\): /);
    expect(came.stdout).toContain(
      `expected failures (1): known, and no news\n  ✗ ${left}: Leaving is not looked at yet. https://example.org/12`,
    );
    expect(came.stdout).toContain('✗ 1 fail · ✓ 3 pass');
    expect(came.stdout.replace(/\s+/g, ' ')).toContain('conforms but for what is known: 3 of 4');
    expect(came.result).toMatchObject({ exitCode: 0, counts: { fail: 1, pass: 3 } });
    expect(came.result.outcomes.find(({ id }) => id === left)).toMatchObject({
      kind: 'status',
      expectation: {
        expect: 'fail',
        kind: 'status',
        reason: 'Leaving is not looked at yet.',
        url: 'https://example.org/12',
        file: 'known.yaml',
        line: 2,
        met: 'expected',
      },
    });
    const [skipped] = elementsOf(readXml(came.junit), 'skipped');
    expect(skipped?.attributes.message).toBe('expected: Leaving is not looked at yet.');
    expect(elementsOf(readXml(came.junit), 'failure')).toEqual([]);
  });

  test('in which it passes is exit 1, and prints the edit to the letter', async () => {
    const came = await run(sound, known);
    expect(came.code).toBe(1);
    expect(came.stdout).toContain(`    Remove these lines from known.yaml:
    2 | ${left}:
    3 |   expect: fail
    4 |   kind: status
    5 |   reason: Leaving is not looked at yet.
    6 |   url: https://example.org/12
`);
    expect(came.stdout.replace(/\s+/g, ' ')).toContain(
      'is not as known.yaml says: 1 unexpected pass.',
    );
    expect(elementsOf(readXml(came.junit), 'failure')).toHaveLength(1);
    expect(came.result.counts).toMatchObject({ pass: 4, fail: 0 });
    expect(came.file).toBe(known);
  });

  test('in which it fails in another kind is exit 1, with both', async () => {
    const came = await run(faulty, known.replace('status', 'schema'));
    expect(came.code).toBe(1);
    expect(came.stdout).toMatch(/regressions \(1\)/);
    expect(came.stdout).toContain('expected fail (schema), and came to fail (status)');
  });

  test('in which advice comes where fail was expected is exit 1, with the edit', async () => {
    const { result } = await run(advised, '', '--only', 'alias');
    const [advice] = result.outcomes.filter(({ verdict }) => verdict === 'advice');
    const entry = (expects: string) => `${advice?.id}:\n  expect: ${expects}\n  reason: Known.\n`;
    const came = await run(advised, entry('fail'), '--only', `${advice?.id}`);
    expect(came.code).toBe(1);
    expect(came.stdout).toContain('    Write in known.yaml:\n    2 |   expect: advice\n');
    for (const strict of [[], ['--strict']]) {
      const again = await run(advised, entry('advice'), '--only', `${advice?.id}`, ...strict);
      expect([again.code, meets(again)]).toEqual([0, ['expected']]);
    }
  });

  test('in which all is skipped is exit 2, and names what is', async () => {
    const skip = `${left}:\n  expect: skip\n  reason: It hangs.\n`;
    const alone = await run(faulty, skip, '--only', left);
    expect(alone.code).toBe(2);
    expect(alone.stdout).toContain(`- skipped by the expectations: It hangs.\n    ${left}`);
    const beside = await run(faulty, skip);
    expect(beside.code).toBe(0);
    expect(beside.result.counts).toMatchObject({ unsupported: 1, pass: 3 });
    expect(elementsOf(readXml(beside.junit), 'skipped')[0]?.attributes.message).toBe(
      'skipped by the expectations: It hangs.',
    );
  });

  test('after the day of a flaky entry says that it has expired, with its line', async () => {
    const flaky = `# Head.\n\n${left}:\n  expect: flaky\n  until: 2026-01-31\n  reason: Races.\n`;
    const came = await run(faulty, flaky);
    expect(came.code).toBe(1);
    expect(came.stdout.replace(/\s+/g, ' ')).toMatch(
      /expired \(1\).*holds no more \(known\.yaml:3\)/,
    );
  });
});

describe('what cannot be used is exit 2 before anything is run', { timeout: patience }, () => {
  test('each fault of the file is one sentence, and told in the reports', async () => {
    const came = await run(
      sound,
      `${left}x:\n  expect: fial\n  reason:\n${banned}:\n  expect: flaky\n  reason: Races.\n`,
    );
    expect([came.code, came.stdout]).toEqual([2, '']);
    expect(came.stderr.split('\n')).toEqual([
      `known.yaml:1: there is no scenario ${left}x: did you mean ${left}?`,
      'known.yaml:2: expect is one of fail, advice, flaky, skip, not fial.',
      `known.yaml:3: ${left}x has no reason: say why it is expected.`,
      'known.yaml:5: flaky needs the day on which that ends: until: 2027-01-31.',
      '',
    ]);
    expect(came.result).toMatchObject({ exitCode: 2, outcomes: [] });
    expect(came.result.problems).toHaveLength(4);
    expect(elementsOf(readXml(came.junit), 'error')).toHaveLength(1);
  });

  test.each([
    ['a: [', [], /^known\.yaml:1: no YAML: .*\.\n$/],
    [undefined, [], /known\.yaml cannot be read: there is no such file\. --update-expectations/],
    [known, ['--update-expectations', '--shard', '1/2'], /cannot go with --shard: each shard/],
    ['a: [', ['--update-expectations'], /^known\.yaml:1: no YAML/],
  ] as const)('%j %j', async (file, more, message) => {
    const came = await run(sound, file, ...more);
    expect(came.stderr).toMatch(message);
    expect(came.stderr.split('\n')).toHaveLength(2);
    expect([came.code, came.result.exitCode]).toEqual([2, 2]);
    expect(came.file).toBe(file ?? '');
  });

  test('--update-expectations alone does not say what to write', async () => {
    await inFolder(async (cwd) => {
      const { code, stderr } = await runCli(['--update-expectations'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringMatching(/needs --expectations FILE/)]);
    });
  });

  test('the variable and the configuration name the file as well', async () => {
    await inFolder(async (cwd) => {
      await writeFile(join(cwd, 'known.yaml'), 'a: [');
      const byVariable = await runCli([], {
        cwd,
        env: { MATRIX_CONFORMANCE_EXPECTATIONS: 'known.yaml' },
      });
      await writeFile(join(cwd, 'matrix-conformance.yaml'), 'expectations: known.yaml\n');
      const byFile = await runCli([], { cwd });
      expect(byVariable.stderr).toMatch(/^known\.yaml:1: no YAML/);
      expect(byFile.stderr).toBe(byVariable.stderr);
    });
  });
});

describe('--update-expectations', { timeout: patience }, () => {
  const update = '--update-expectations';

  test('makes a file, asks for the reasons until they are there, and then changes nothing', async () => {
    const first = await run(faulty, undefined, update);
    expect(first.file).toMatch(
      new RegExp(`^# Known.*\n#.*\n\n${left}:\n  expect: fail\n  kind: status\n  reason:\n$`),
    );
    expect(first.stdout).toContain(`known.yaml is new: 1 added.\n  + ${left}: fail (status)\n`);
    expect([first.code, first.stderr]).toEqual([
      2,
      'Fill in the reason at known.yaml:7: without it the next run stops.\n',
    ]);
    const second = await run(faulty, first.file, update);
    expect([second.code, second.file, second.stderr]).toEqual([2, first.file, first.stderr]);
    const stopped = await run(faulty, first.file);
    expect([stopped.code, stopped.stdout]).toEqual([2, '']);
    expect(stopped.stderr).toMatch(/^known\.yaml:7: .* has no reason/);
    const filled = first.file.replace('reason:', 'reason: Known.');
    const third = await run(faulty, filled, update);
    expect([third.code, third.file, third.stderr]).toEqual([0, filled, '']);
    expect((await run(faulty, filled)).code).toBe(0);
  });

  test('removes what passed, and leaves what was not run', async () => {
    const other = 'room_state/an-unknown-token-is-refused:\n  expect: fail\n  reason: Known.\n';
    const came = await run(sound, `${known}\n${other}`, update);
    expect(came.file).toBe(`# Of our homeserver.\n\n${other}`);
    expect(came.stdout).toContain(`known.yaml is up to date: 1 removed.\n  - ${left}: it passed\n`);
    expect(came.code).toBe(1);
  });

  test('leaves the file where nothing could be run', async () => {
    const came = await run({ url: 'http://127.0.0.1:1' }, known, update);
    expect([came.code, came.file]).toEqual([2, known]);
    expect(came.stderr).toBe('known.yaml was left as it is: nothing was run.\n');
  });

  test('writes through a link, and does not write what does not change', async () => {
    await inFolder(async (cwd) => {
      const [real, link] = [join(cwd, 'real.yaml'), join(cwd, 'known.yaml')];
      await writeFile(real, known);
      await symlink('real.yaml', link);
      const words = ['--expectations', 'known.yaml', update, '--only', four, '--target'];
      const before = await lstat(real);
      await runCli([...words, faulty.url], { cwd });
      expect((await lstat(real)).mtimeMs).toBe(before.mtimeMs);
      await runCli([...words, sound.url], { cwd });
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
      expect(await readFile(real, 'utf8')).toBe('# Of our homeserver.\n');
    });
  });
});
