import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutants } from './homeserver/mutants/mutants.ts';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import { inFolder, runCli } from './run-cli.fixture.ts';

/** Four scenarios, one of which the fault fails. */
const four = ['--only', 'room_state/who-'];
const fails = 'room_state/who-left-may-not-set-state';
const sentence = /^[^\n]{15,400}[.?]\n$/;

async function readLast(cwd: string): Promise<unknown> {
  return JSON.parse(await readFile(join(cwd, 'reports/last-run.json'), 'utf8'));
}

test('what failed is run again, and once it passes there is nothing left to run', async () => {
  const mutant = mutants.find(({ id }) => id === 'who-left-sets-state');
  const faulty = await startHomeserver(mutant === undefined ? {} : { mutant });
  const sound = await startHomeserver();
  try {
    await inFolder(async (cwd) => {
      const at = ['--target', faulty.url];
      const first = await runCli([...at, ...four, '--report', 'json=run.json'], { cwd });
      const again = `npx matrix-conformance --target ${faulty.url} --only @failed`;
      expect(first.stdout.endsWith(`Run again what failed:\n  ${again}\n`)).toBe(true);
      expect(await readLast(cwd)).toMatchObject({ target: faulty.url, failed: [fails] });

      const json = ['--report', 'json=-'];
      const second = await runCli([...at, '--only', '@failed', ...json], { cwd });
      expect(second.code).toBe(1);
      expect(JSON.parse(second.stdout)).toMatchObject({ outcomes: [{ id: fails }] });

      const elsewhere = ['--target', sound.url, '--only', '@failed=run.json', ...json];
      const mended = await runCli(elsewhere, { cwd });
      expect({ ...JSON.parse(mended.stdout), code: mended.code }).toMatchObject({
        ...{ code: 0, plan: { only: fails }, outcomes: [{ id: fails }] },
      });
      expect(await readLast(cwd)).toMatchObject({ target: sound.url, failed: [] });

      const nothing = await runCli([...at, '--only', '@failed'], { cwd });
      expect(nothing.code).toBe(2);
      expect(nothing.stderr).toMatch(/Nothing failed by reports.last-run\.json/);
    });
  } finally {
    await Promise.all([faulty.close(), sound.close()]);
  }
});

const old = JSON.stringify({ target: 'http://hs.test', startedAt: '', failed: ['rooms/gone'] });
const outcomes = [{ id: fails, verdict: 'maybe' }];

test.each([
  ['@failed', undefined, /finds no reports.last-run\.json: run once without it/],
  ['@failed=nowhere.json', undefined, /finds no nowhere\.json/],
  ['@faild', undefined, /@failed or @failed=RESULT\.json is meant/],
  ['@failed', '{', /is not JSON/],
  ['@failed', '[]', /is no result of a run/],
  ['@failed', JSON.stringify({ outcomes }), /is no result of a run/],
  ['@failed', old, /The last run was against http:\/\/hs\.test: give --target/],
  ['@failed=reports/last-run.json', old, /nothing here to run: rooms\/gone/],
])('--only %s with %s is exit 2, and one sentence', async (only, text, message) => {
  await inFolder(async (cwd) => {
    await mkdir(join(cwd, 'reports'));
    if (text !== undefined) await writeFile(join(cwd, 'reports/last-run.json'), text);
    const { code, stderr } = await runCli(['--only', only, '--report', 'json=a.json'], { cwd });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(sentence);
    expect(code).toBe(2);
  });
});

test('where it cannot be remembered, that is one note, and no other exit code', async () => {
  await inFolder(async (cwd) => {
    await writeFile(join(cwd, 'reports'), '');
    const { code, stderr } = await runCli([...four, '--report', 'json=a.json'], { cwd });
    expect(stderr).toMatch(/^reports.last-run\.json cannot be written .* will not know this run/);
    expect(stderr).toMatch(sentence);
    expect(code).toBe(0);
  });
});
