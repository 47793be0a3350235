// How much of the official test suite of JSON Schema 2020-12 the judge of examples passes. Prints
// Markdown. Build before: npm run build.
//
//   node bench/examples/json-schema-suite.mjs [SUITE_FOLDER]
//
// The folder is a checkout of json-schema-org/JSON-Schema-Test-Suite. Without one, pip puts the copy
// that comes with the source of a package into a temporary folder. While the tests run, nothing is
// read over the network: http://localhost:1234/ is a folder of the suite, and Ajv has meta-schemas.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createSchemaJudge } from '../../dist/src/examples/schema-judge.js';
import { Sources } from '../../dist/src/examples/sources.js';
import { runProgram } from './program.mjs';

const pinned = { name: 'jsonschema', version: '4.26.0' };
const ours = 'https://json-schema.org/draft/2020-12/';
const ajv = createRequire(import.meta.url).resolve('ajv/package.json');

/** Why tests of these files are not met. */
const reasons = {
  'format.json': 'a format is held on purpose: in an example it is no annotation',
  'multipleOf.json': 'the quotient is beyond the range of a double',
  'properties.json': 'Ajv looks at no property that is called __proto__',
  'vocabulary.json': 'which vocabularies a meta-schema asks for is not read',
};

async function installSuite(folder) {
  const { name, version } = pinned;
  const options = { folder, home: true };
  const pip = '-m pip download -q --no-deps --no-cache-dir --no-binary'.split(' ');
  const got = await runProgram('python3', [...pip, name, `${name}==${version}`], options);
  if (got.code !== 0) throw new Error(`pip download ended with ${got.code}: ${got.stderr}`);
  const { code, stderr } = await runProgram('tar', ['xzf', `${name}-${version}.tar.gz`], options);
  if (code !== 0) throw new Error(`tar ended with ${code}: ${stderr}`);
  return join(folder, `${name}-${version}`, 'json');
}

function runSuite(suite) {
  const tests = join(suite, 'tests/draft2020-12');
  const files = readdirSync(tests).filter((name) => name.endsWith('.json'));
  return files.toSorted().map((file) => {
    const groups = JSON.parse(readFileSync(join(tests, file), 'utf8')).map((group) =>
      runGroup(suite, group),
    );
    return { file, groups };
  });
}

/** The tests of one schema, and those whose verdict is another, or none. */
function runGroup(suite, { description, schema, tests }) {
  const here = 'file:///schema.json';
  const sources = new Sources((uri) => {
    if (uri === here) return JSON.stringify(schema);
    const remote = 'http://localhost:1234/';
    if (uri.startsWith(remote))
      return readFileSync(join(suite, 'remotes', uri.slice(remote.length)), 'utf8');
    if (!uri.startsWith(ours)) throw new Error('there is no such document');
    const name = `${uri.slice(ours.length)}.json`;
    return readFileSync(join(ajv, '../dist/refs/json-schema-2020-12', name), 'utf8');
  });
  const judge = createSchemaJudge(sources, { dialect: '2020-12', direction: undefined });
  const wrong = tests.flatMap((test) => {
    const place = sources.root(sources.open(here));
    try {
      const isValid = judge.judge(test.data, place, false).length === 0;
      if (isValid === test.valid) return [];
      return `${test.description} (is ${isValid ? 'allowed' : 'refused'})`;
    } catch (error) {
      return `${test.description} (${error.message})`;
    }
  });
  return { description, total: tests.length, wrong };
}

function score(groups) {
  const total = groups.reduce((all, group) => all + group.total, 0);
  return `${total - groups.flatMap(({ wrong }) => wrong).length} | ${total}`;
}

const temporary = mkdtempSync(join(tmpdir(), 'matrix-conformance-suite-'));
setPriority(10);
try {
  const given = process.argv[2];
  const files = runSuite(given ? resolve(given) : await installSuite(temporary));
  console.log('| file | passed | of |\n|---|---:|---:|');
  for (const { file, groups } of files) console.log(`| ${file} | ${score(groups)} |`);
  console.log(
    `| all | ${score(files.flatMap(({ groups }) => groups))} |\n\nNot as the suite has it:\n`,
  );
  for (const { file, groups } of files)
    for (const { description, wrong } of groups)
      for (const test of wrong)
        console.log(`- ${file}: ${description}: ${test}: ${reasons[file] ?? 'unexplained'}`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
