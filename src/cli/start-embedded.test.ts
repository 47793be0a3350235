import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunResult } from '../model/run-result.ts';
import { inFolder, runCli } from '../run-cli.fixture.ts';

const patience = { timeout: 60_000 };

test('nothing is unsupported by the embedded homeserver', patience, async () => {
  await inFolder(async (cwd) => {
    // Scenarios of guests, of services, and of administrators.
    const args = ['--unsafe', '--only', 's*-a', '--report', 'json=-'];
    const { code, stdout } = await runCli(args, { cwd });
    const { outcomes } = JSON.parse(stdout) as RunResult;
    const missed = outcomes.filter(({ verdict }) => verdict !== 'pass');
    expect(missed.map(({ id, reason }) => ({ id, reason }))).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(10);
    expect(code).toBe(0);
  });
});

test('a token that was given is tried, and told nowhere', patience, async () => {
  const token = 'KanarieAdminToken.of-nobody';
  await inFolder(async (cwd) => {
    const reports = ['--report', 'json=run.json', '--report', 'junit=run.xml'];
    const { code, stdout, stderr } = await runCli(['--only', 'of-the-homeserver', ...reports], {
      cwd,
      env: { MATRIX_CONFORMANCE_ADMIN_TOKEN: token },
    });
    expect(code).toBe(2);
    expect(stdout).toContain('the token of the admin is not good');
    const names = (await readdir(cwd, { recursive: true })).filter((name) => name.includes('.'));
    const files = await Promise.all(names.map((name) => readFile(join(cwd, name))));
    expect(names.toSorted()).toEqual([join('reports', 'last-run.json'), 'run.json', 'run.xml']);
    expect([stdout, stderr, ...files].join('\n')).not.toContain('Kanarie');
  });
});
