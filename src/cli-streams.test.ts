import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inFolder, runCli } from './run-cli.fixture.ts';

const program = fileURLToPath(new URL('../dist/bundle/cli.js', import.meta.url));

const one = ['--only', 'room_state/who-left'];

test('a run that is killed leaves whole lines behind, one for all that had happened', async () => {
  await inFolder(async (cwd) => {
    const { code } = await runCli(['--report', 'ndjson=run.ndjson', '--report', 'junit'], {
      cwd,
      onOutput(stdout, child) {
        if (stdout.includes('[20/')) child.kill('SIGKILL');
      },
    });
    expect(code).toBe(null);
    const text = await readFile(join(cwd, 'run.ndjson'), 'utf8');
    const lines = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ type: 'run-started', format: 1 });
    const finished = lines.filter(({ type }) => type === 'scenario-finished');
    expect(finished.length).toBeGreaterThanOrEqual(20);
    expect(finished[0].outcome.tries[0].exchanges.length).toBeGreaterThan(0);
  });
});

test('events on standard output stand there alone, and the last is the result', async () => {
  await inFolder(async (cwd) => {
    const { code, stdout } = await runCli([...one, '--report', 'ndjson=-'], { cwd });
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(events.map(({ type }) => type)).toEqual([
      'run-started',
      'scenario-started',
      'scenario-finished',
      'run-finished',
    ]);
    expect(events.at(-1).result).toMatchObject({ exitCode: 0, counts: { pass: 1 } });
    expect(events.at(-1).result).not.toHaveProperty('outcomes');
  });
});

test('a run that could not begin tells what became of each scenario', async () => {
  await inFolder(async (cwd) => {
    const at = ['--target', 'http://127.0.0.1:9'];
    const { code, stdout } = await runCli([...at, ...one, '--report', 'ndjson=-'], { cwd });
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(2);
    expect(events).toMatchObject([
      { type: 'run-started', scenarios: 1 },
      { type: 'scenario-finished', outcome: { verdict: 'error', tries: [] } },
      { type: 'run-finished', scenarios: 1, result: { counts: { error: 1 } } },
    ]);
  });
});

test.skipIf(!existsSync('/dev/full'))(
  'a report on standard output that a full disk does not take is never 0',
  async () => {
    await inFolder(async (cwd) => {
      const full = await open('/dev/full', 'w');
      for (const report of ['json=-', 'ndjson=-', 'junit=-']) {
        const child = spawn(process.execPath, [program, ...one, '--report', report], {
          ...{ cwd, env: { PATH: process.env.PATH } },
          stdio: ['ignore', full.fd, 'pipe'],
        });
        const said = child.stderr === null ? '' : text(child.stderr);
        const [[code], stderr] = await Promise.all([once(child, 'close'), said]);
        expect(code).toBe(2);
        expect(stderr).toContain('Standard output cannot be written (no space is left).');
      }
      await full.close();
    });
  },
);

test('a slow reader of the events holds no scenario up', async () => {
  await inFolder(async (cwd) => {
    const child = spawn(process.execPath, [program, 'rooms', '--report', 'ndjson=-'], {
      ...{ cwd, env: { PATH: process.env.PATH } },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Nothing is read before the run is over.
    let told = '';
    for await (const chunk of child.stderr.setEncoding('utf8')) {
      told += chunk;
      if (/conforms: \d+ of/.test(told)) break;
    }
    const events = (await text(child.stdout)).trimEnd().split('\n');
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ result: { exitCode: 0 } });
  });
});

test('a stream that cannot be opened is said before anything is run', async () => {
  await inFolder(async (cwd) => {
    const { code, stdout, stderr } = await runCli([...one, '--report', 'ndjson=.'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^The report \. cannot be written \(it is a folder\): name another/);
  });
});

test('where a stream cannot be opened, the other reports say so, and none is of a former run', async () => {
  await inFolder(async (cwd) => {
    await writeFile(join(cwd, 'old.xml'), '<stale/>');
    await writeFile(join(cwd, 'run.ndjson'), 'stale');
    const args = ['ndjson=run.ndjson', 'ndjson=.', 'junit=old.xml'];
    const { code } = await runCli([...one, ...args.flatMap((report) => ['--report', report])], {
      cwd,
    });
    expect(code).toBe(2);
    expect(await readFile(join(cwd, 'old.xml'), 'utf8')).toContain(
      'The report . cannot be written',
    );
    const end = JSON.parse(await readFile(join(cwd, 'run.ndjson'), 'utf8'));
    expect(end).toMatchObject({ type: 'run-finished', scenarios: 0, result: { exitCode: 2 } });
  });
});

test('a run that could not be planned is told as the end of its stream', async () => {
  await inFolder(async (cwd) => {
    await writeFile(join(cwd, 'run.ndjson'), 'stale');
    const args = ['--report', 'ndjson=run.ndjson', '--shard', '9/3'];
    expect((await runCli(args, { cwd })).code).toBe(2);
    const end = JSON.parse(await readFile(join(cwd, 'run.ndjson'), 'utf8'));
    expect(end).toMatchObject({ type: 'run-finished', scenarios: 0, result: { exitCode: 2 } });
  });
});

test('annotations go to standard output, and the summary after what the job already has', async () => {
  await inFolder(async (cwd) => {
    const summary = join(cwd, 'summary.md');
    await writeFile(summary, 'Before.\n');
    const env = { GITHUB_STEP_SUMMARY: summary };
    const { stdout } = await runCli([...one, '--report', 'github'], { cwd, env });
    expect(stdout).toMatch(/^::notice title=matrix-conformance [^\n]*conforms: 1 of 1[^\n]*\n$/);
    expect(await readFile(summary, 'utf8')).toMatch(/^Before\.\n## matrix-conformance /);
    await writeFile(summary, 'x'.repeat(1024 * 1024));
    const { stderr, code } = await runCli([...one, '--report', 'github'], { cwd, env });
    expect(code).toBe(0);
    expect(stderr).toContain('The summary of this step is full');
  });
});
