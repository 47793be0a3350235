// Holds the CI examples against the program and the README:
// each is sound YAML, runs the program in one of the three ways, uses options and variables that exist, and is shown in README.md word for word.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, visit } from 'yaml';

const folder = join(import.meta.dirname, 'examples');
const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const help = execFileSync(process.execPath, [join(root, 'dist/bundle/cli.js'), '--help'], {
  encoding: 'utf8',
});
/** The action, the template, and npx. */
const ways = [
  /uses: OWNER\/matrix-conformance@v\d/,
  /local: ci\/matrix-conformance\.yml/,
  /npx --yes matrix-conformance/,
];
const faults = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return faultsOf(text).map((fault) => `${name}: ${fault}`);
  });
process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
process.exitCode = faults.length > 0 ? 1 : 0;

function faultsOf(text) {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  const commands = [];
  visit(document, { Scalar: (_, { value }) => void commands.push(...commandsOf(value)) });
  const options = commands.flatMap((command) => command.match(/--[a-z-]+/g) ?? []);
  const variables = text.match(/MATRIX_CONFORMANCE_[A-Z_]+/g) ?? [];
  const unknown = [...options, ...variables].filter((word) => !help.includes(word));
  return [
    ...[...document.errors, ...document.warnings].map((problem) => problem.message),
    ...unknown.map((word) => `--help does not know ${word}`),
    ...(ways.some((way) => way.test(text)) ? [] : ['it does not run the program']),
    ...(readme.includes(text.trim()) ? [] : ['README.md does not show it']),
  ];
}

/** What stands after the program's name, wherever a string runs it. */
function commandsOf(value) {
  return typeof value === 'string'
    ? [...value.matchAll(/npx .*?matrix-conformance(.*)/g)].map((match) => match[1] ?? '')
    : [];
}
