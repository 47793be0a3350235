// The short examples of README.md, each done as far as it can be here: with the reference homeserver
// for the reader's own, and the program as it is built for the published package.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from './runner/free-port.mjs';
import { runGithubJob } from './runner/github-job.mjs';
import { jobsOf, runGitlabPipeline } from './runner/gitlab-pipeline.mjs';
import { endBackground } from './runner/shell.mjs';

const program = resolve('dist/bundle/cli.js');
const example = (name) => readFileSync(`ci/examples/${name}.yml`, 'utf8');
const patience = 120_000;
let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'examples-'));
  mkdirSync(join(folder, 'bin'));
  script(join(folder, 'bin/npx'), `shift 2\nexec node '${program}' "$@"`);
  const installed = '$3/node_modules/.bin';
  const install = [
    `mkdir -p "${installed}"`,
    `printf '#!/bin/sh\\nexec node "${program}" "$@"\\n' > "${installed}/matrix-conformance"`,
    `chmod +x "${installed}/matrix-conformance"`,
  ];
  script(join(folder, 'bin/npm'), install.join('\n'));
});
afterEach(endBackground);
afterAll(() => rmSync(folder, { recursive: true }));

function script(file, text) {
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
}

/** A project with a homeserver that has this fault, or none. */
function project(name, mutant) {
  const workspace = join(folder, name);
  mkdirSync(workspace);
  const fault = mutant === undefined ? '' : ` --mutant ${mutant}`;
  script(join(workspace, 'start-my-homeserver'), `exec node '${program}' homeserver "$@"${fault}`);
  return workspace;
}

function machine(workspace, more = {}) {
  const { PATH, HOME } = process.env;
  const env = { PATH: `${folder}/bin:${PATH}`, HOME, MATRIX_CONFORMANCE_ONLY: 'room_state/who-' };
  return { workspace, temp: `${workspace}-temp`, env, ...more };
}

/** The text with a port that is free here. */
async function onFreePort(text) {
  return text.replaceAll('8008', String(await freePort()));
}

const said = ({ steps }) => steps.map(({ output = '' }) => output).join('\n');

describe('GitHub', () => {
  test('the action, as README.md shows it', { timeout: patience }, async () => {
    const job = parse(await onFreePort(example('github-actions'))).jobs.conformance;
    const workspace = project('action');
    const uploaded = [];
    const standIns = { 'actions/upload-artifact': (step) => uploaded.push(step.with) };
    const done = await runGithubJob(job, machine(workspace, { standIns }));
    expect(done.status, said(done)).toBe('success');
    expect(uploaded).toHaveLength(1);
    const badge = JSON.parse(readFileSync(join(workspace, 'reports/badge.json'), 'utf8'));
    expect(badge.message).toContain('4 of 4');
  });

  test('a pull request is compared with the main branch, and a regression fails it', {
    timeout: patience,
  }, async () => {
    const cache = join(folder, 'cache.json');
    const standIns = (workspace) => ({
      'actions/cache/save': (step) => cpSync(join(workspace, step.with.path), cache),
      'actions/cache/restore': (step) => {
        if (existsSync(cache)) cpSync(cache, join(workspace, step.with.path));
      },
    });
    const onEvent = async (event, name, mutant) => {
      const job = parse(await onFreePort(example('github-compare'))).jobs.compare;
      const workspace = project(name, mutant);
      const github = {
        event_name: event,
        sha: 'a',
        event: { pull_request: { base: { sha: 'a' } } },
      };
      const done = await runGithubJob(
        job,
        machine(workspace, { github, standIns: standIns(workspace) }),
      );
      endBackground();
      return done;
    };
    const first = await onEvent('pull_request', 'before');
    expect(first.status, said(first)).toBe('success');
    expect(first.summary).toBe('');
    const pushed = await onEvent('push', 'pushed');
    expect(pushed.status, said(pushed)).toBe('success');
    const same = await onEvent('pull_request', 'same');
    expect(same.status, said(same)).toBe('success');
    expect(same.summary).toContain('no regression');
    const worse = await onEvent('pull_request', 'worse', 'who-left-sets-state');
    expect(worse.status).toBe('failure');
    expect(worse.summary).toContain('1 regression');
  });
});

test('GitLab’s template, as README.md shows it', { timeout: patience }, async () => {
  const template = readFileSync('ci/gitlab/matrix-conformance.yml', 'utf8');
  const workspace = project('gitlab');
  const jobs = jobsOf(await onFreePort(example('gitlab-ci')), () => template);
  const [job] = await runGitlabPipeline(jobs, machine(workspace));
  expect(job.code, job.output).toBe(0);
  expect(existsSync(join(workspace, 'reports/gl-code-quality-report.json'))).toBe(true);
});
