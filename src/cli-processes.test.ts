import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startHostile } from './hostile-proxy.fixture.ts';
import type { RunResult } from './model/run-result.ts';
import { readXml } from './report/xml-document.fixture.ts';
import { inFolder, runCli } from './run-cli.fixture.ts';

const patience = { timeout: 60_000 };

test(
  'Ctrl-C in the middle of a run still writes the reports, with every scenario',
  patience,
  async () => {
    let interrupt: (() => unknown) | undefined;
    const silent = { name: 'silence', answer: () => interrupt?.() };
    const homeserver = await startHostile(silent, (path) => path.includes('/state/'));
    await inFolder(async (cwd) => {
      const reports = ['--report', 'junit=run.xml', '--report', 'json=run.json'];
      const { code, stderr } = await runCli(['--target', homeserver.url, ...reports], {
        cwd,
        onOutput: (_, child) => {
          // A second Ctrl-C would end it at once, without its reports.
          interrupt = () => child.killed || child.kill('SIGINT');
        },
      });
      const run = JSON.parse(await readFile(join(cwd, 'run.json'), 'utf8')) as RunResult;
      const listed = JSON.parse((await runCli(['list', '--json'])).stdout);
      readXml(await readFile(join(cwd, 'run.xml'), 'utf8'));
      expect(code).toBe(2);
      expect(run.interrupted).toBe(true);
      expect(run.outcomes.map(({ id }) => id)).toEqual(
        listed.scenarios.map(({ id }: { id: string }) => id),
      );
      expect(run.counts).toMatchObject({ pass: 0, error: run.outcomes.length });
      expect(stderr).toContain('Interrupted: writing the reports');
    }).finally(homeserver.close);
  },
);

test('a reader that goes away does not keep the report from being written', patience, async () => {
  await inFolder(async (cwd) => {
    const { stderr } = await runCli(['--only', 'token', '--report', 'junit=run.xml'], {
      cwd,
      onOutput: (_, child) => child.stdout?.destroy(),
    });
    expect(stderr).toBe('');
    expect(readXml(await readFile(join(cwd, 'run.xml'), 'utf8')).attributes.failures).toBe('0');
  });
});

test(
  'homeserver --port 0 prints its URL, and serves until it is interrupted',
  patience,
  async () => {
    let asked: Promise<unknown> | undefined;
    const { code, stdout, stderr } = await runCli(['homeserver', '--port', '0'], {
      onOutput: (url, child) => {
        asked = fetch(`${url.trim()}/_matrix/client/versions`)
          .then((response) => response.json())
          .finally(() => child.kill('SIGTERM'));
      },
    });
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(await asked).toHaveProperty('versions');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  },
);
