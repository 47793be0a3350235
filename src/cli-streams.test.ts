import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, runCli } from './run-cli.fixture.ts';

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

test('a stream that cannot be opened is said before anything is run', async () => {
  await inFolder(async (cwd) => {
    const { code, stdout, stderr } = await runCli([...one, '--report', 'ndjson=.'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^The report \. cannot be written \(it is a folder\): name another/);
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
