import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { suites } from '../suites/suites.ts';
import { readExpectations } from './expectations/read-expectations.ts';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import { blocks, readme, root, steady } from './readme.fixture.ts';
import { mutant, patience } from './run-both.fixture.ts';
import { inFolder, runCli } from './run-cli.fixture.ts';
import { runVitest } from './run-vitest.fixture.ts';

/** The text of every source below a folder, without differences of layout. */
function sourcesBelow(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => plain(readFileSync(join(root, folder, name), 'utf8')))
    .join('\n');
}

function plain(code: string): string {
  return code.replaceAll(/\s+/g, '');
}

describe('what the README shows is so', () => {
  test('its report and its JUnit are those of the run that it names', {
    timeout: patience,
  }, async () => {
    const [start = '', command = ''] = blocks(readme, 'sh')
      .filter((line) => /8008|--mutant/.test(line))
      .slice(1);
    expect(start).toBe('npx matrix-conformance homeserver --mutant who-left-sets-state');
    const homeserver = await mutant('who-left-sets-state');
    try {
      await inFolder(async (cwd) => {
        const words = command.replace('http://localhost:8008', homeserver.url).split(' ').slice(2);
        const { code, stdout } = await runCli(words, { cwd });
        expect(code).toBe(1);
        expect(steady(blocks(readme, 'text')[0] ?? '')).toBe(steady(stdout));
        const junit = await readFile(join(cwd, 'reports/junit.xml'), 'utf8');
        expect(steady(junit)).toContain(steady(blocks(readme, 'xml')[0] ?? 'nothing'));
      });
    } finally {
      await homeserver.close();
    }
  });

  test('its known failures can be read, and so can those of Synapse', () => {
    const example = blocks(readme, 'yaml').find((text) => text.includes('expect:')) ?? '';
    const file = join(root, 'ci/synapse.yaml');
    const ids = suites.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
    const read = (text: string) => readExpectations(text, { file, ids }).entries.length;
    expect(read(example)).toBe(2);
    expect(read(readFileSync(file, 'utf8'))).toBeGreaterThan(0);
  });

  test('its mutant and its scenario stand in the project', () => {
    const [mutated = '', scenario = ''] = blocks(readme, 'ts').map(plain);
    expect(mutated).toContain('killedBy');
    expect(sourcesBelow('src/homeserver/mutants')).toContain(mutated);
    expect(scenario).toContain('roomState.must');
    expect(sourcesBelow('suites')).toContain(scenario);
  });

  test('its programs run, with the package as it is built', { timeout: patience }, async () => {
    const homeserver = await startHomeserver();
    // Within the package its own name leads to what it exports.
    const folder = await mkdtemp(join(root, 'dist/readme-'));
    const env = { ...process.env, HOMESERVER: homeserver.url };
    const inNode = (...args: string[]) => promisify(execFile)(process.execPath, args, { env });
    const inVitest = (name: string, timeout?: number) =>
      runVitest({ HOMESERVER: homeserver.url }, relative(root, join(folder, name)), timeout);
    try {
      for (const program of blocks(readme, 'js')) {
        const [, name = ''] = /^\/\/ (\S+)\n/.exec(program) ?? [];
        await writeFile(join(folder, name), program);
      }
      const { stdout } = await inNode(join(folder, 'check.mjs'));
      expect(stdout).toContain(`${homeserver.url} conforms`);
      const { stdout: tap } = await inNode(
        ...['--test', '--test-reporter', 'tap', join(folder, 'state.test.mjs')],
      );
      expect(tap).toMatch(/^# pass 1$/m);
      const run = await inVitest('conformance.test.js');
      expect(run.exitCode).toBe(0);
      expect(run.tests.length).toBeGreaterThan(50);
      expect(await inVitest('state.test.js', 20_000)).toMatchObject({ exitCode: 0 });
    } finally {
      await rm(folder, { recursive: true });
      await homeserver.close();
    }
  });
});
