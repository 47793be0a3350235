import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { valueOptions, variableOf } from './cli/settings.ts';
import { verdicts } from './model/verdict.ts';
import {
  blocks,
  contributing,
  optionsIn,
  optionsOf,
  readme,
  root,
  spans,
} from './readme.fixture.ts';
import { reports } from './report/reports.ts';
import { runCli } from './run-cli.fixture.ts';

const documents = [
  ['README.md', readme],
  ['CONTRIBUTING.md', contributing],
] as const;

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

describe('what the README names is there', () => {
  test('every format of a report stands in it, and in --help', async () => {
    const { stdout } = await runCli(['--help']);
    const [, listed = ''] = /--report FORMAT\[=PATH\]([^;]*);/.exec(stdout) ?? [];
    const formats = Object.keys(reports).toSorted();
    expect(
      listed
        .match(/\w+/g)
        ?.filter((word) => word !== 'or')
        .toSorted(),
    ).toEqual(formats);
    for (const format of formats) expect(readme).toContain(`\n| \`${format}\` |`);
  });

  test('its options are those of --help, all of them and no others', async () => {
    const { stdout } = await runCli(['--help']);
    expect(optionsIn(stdout)).toContain('--target');
    expect(optionsOf(readme)).toEqual(optionsIn(stdout));
  });

  test('its variables are read', async () => {
    const { stdout } = await runCli(['--help']);
    const read = [...valueOptions, 'report', 'strict', 'update-expectations', 'config'].map(
      variableOf,
    );
    const named = readme.match(/MATRIX_CONFORMANCE_[A-Z_]+/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !stdout.includes(name) && !read.includes(name))).toEqual([]);
  });

  test('it has a row for every verdict, and one for every exit code', () => {
    const rows = [...readme.matchAll(/^\| `?([\w]+)`? \|/gm)].map(([, word]) => word);
    expect(rows).toEqual(expect.arrayContaining([...verdicts, '0', '1', '2']));
  });

  test('it gives a reason for every dependency, and for no other package', () => {
    const table = /## Dependencies\n(.*?)\n## /s.exec(readme)?.[1] ?? '';
    const known = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const rows = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(Object.keys(manifest.dependencies));
    expect(known.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });

  test('it says the two commands word for word', () => {
    const commands = blocks(readme, 'sh');
    expect(commands).toEqual(expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']));
  });

  test.each(documents)('the folders in %s exist, and so do its links', (_, text) => {
    const folders = spans(text).filter((span) => /^\.?[\w][\w./-]*\/$/.test(span));
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(folders.length + links.length).toBeGreaterThan(1);
    expect([...folders, ...links].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('every folder of the sources is on the map', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}/`);
    expect(folders.filter((folder) => !spans(readme).includes(folder))).toEqual([]);
  });

  test.each(documents)('the scripts in %s are those of package.json', (_, text) => {
    const scripts = [...text.matchAll(/npm (?:run )?([a-z]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !['ci', 'install'].includes(name));
    expect(scripts).toContain('test');
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});
