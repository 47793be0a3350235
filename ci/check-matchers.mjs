// Uses the packed package as somebody's tests would, in a folder of its own:
//
//   node ci/check-matchers.mjs PACKAGE.tgz
//
// one test with a sound answer and one with a wrong one, in Jest (CommonJS, and as modules), Vitest
// and node:test. The first has to pass in each, and the second has to fail, with the reason.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [, , tarball] = process.argv;
if (tarball === undefined) {
  console.error('node ci/check-matchers.mjs PACKAGE.tgz');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'matchers-'));
const answer = `const answer = (user_id) => ({ status: 200, headers: { 'content-type': 'application/json' }, body: { user_id } });`;
const matcher = `
${answer}
test('sound', async () => { await expect(answer('@a:hs.test')).toSatisfyMatrixSpec('getTokenOwner'); });
test('wrong', async () => { await expect(answer(7)).toSatisfyMatrixSpec('getTokenOwner'); });
`;
const files = {
  'package.json': '{ "name": "tests", "private": true }',
  'cjs/jest.test.js': `require('matrix-conformance/matchers/jest');${matcher}`,
  'cjs/package.json': '{ "jest": {} }',
  'esm/jest.test.mjs': `import 'matrix-conformance/matchers/jest';${matcher}`,
  'esm/package.json':
    '{ "type": "module", "jest": { "testMatch": ["**/*.test.mjs"], "transform": {} } }',
  'vitest/vitest.test.mjs': `import { expect, test } from 'vitest'; import 'matrix-conformance/matchers/vitest';${matcher}`,
  'vitest/package.json': '{}',
  'node/node.test.mjs': `
import test from 'node:test';
import { assertMatrixSpec } from 'matrix-conformance/matchers';
${answer}
test('sound', () => assertMatrixSpec(answer('@a:hs.test'), 'getTokenOwner'));
test('wrong', () => assertMatrixSpec(answer(7), 'getTokenOwner'));
`,
};
const modules = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
const runs = {
  'node:test': {
    in: 'node',
    command: ['node', '--test', '--test-reporter', 'tap', 'node.test.mjs'],
  },
  Vitest: { in: 'vitest', command: ['npx', '--no-install', 'vitest', 'run'] },
  'Jest, as modules': { in: 'esm', command: ['npx', '--no-install', 'jest'], env: modules },
  'Jest, CommonJS': { in: 'cjs', command: ['npx', '--no-install', 'jest'] },
};

try {
  for (const [name, text] of Object.entries(files)) {
    execFileSync('mkdir', ['-p', join(folder, name, '..')]);
    writeFileSync(join(folder, name), text);
  }
  const packages = [resolve(tarball), 'jest@30', 'vitest@4'];
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...packages], {
    cwd: folder,
  });
  for (const [name, run] of Object.entries(runs)) {
    const [program, ...args] = run.command;
    const env = { ...(run.env ?? process.env), NO_COLOR: '1' };
    const { stdout, stderr, status } = spawnSync(program, args, {
      cwd: join(folder, run.in),
      env,
      encoding: 'utf8',
    });
    const said = stdout + stderr;
    const isRight =
      status === 1 &&
      /1 pass|pass 1\b/.test(said) &&
      /1 fail|fail 1\b/.test(said) &&
      said.includes('/user_id must be string');
    console.log(isRight ? `ok   ${name}` : `FAIL ${name}\n${said}`);
    if (!isRight) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
