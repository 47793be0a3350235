// Runs the examples for a homeserver's pipeline on this machine, against the real homeservers:
//
//   node ci/run-examples.mjs PACKAGE.tgz [NAME...]      such as github/python; all where none is named
//
// What is the runner's is stood in for, and said: the checkout (a project that depends on Synapse;
// Dendrite's own sources, from Go's module proxy), the tools that are set up, images, apt-get, uploads,
// and the published package, for which the packed one is taken. Of the Rust examples the build is left
// out, as it takes an hour here: a stand-in reads Tuwunel's configuration, and serves the reference
// homeserver as it says. A part of the scenarios is enough: what is tried is the pipeline.
// It ends with 0 where all hold, 1 where one does not, and 3 where one could not be tried.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { freePort } from './runner/free-port.mjs';
import { runGithubJob } from './runner/github-job.mjs';
import { jobsOf, runGitlabPipeline } from './runner/gitlab-pipeline.mjs';
import { endBackground } from './runner/shell.mjs';
import { makeTools } from './runner/tools.mjs';

const [, , tarball, ...names] = process.argv;
if (tarball === undefined) {
  console.error('node ci/run-examples.mjs PACKAGE.tgz [NAME...]');
  process.exit(2);
}
const packed = resolve(tarball);
const examples = join(import.meta.dirname, 'examples');
const synapse = process.env.SYNAPSE_VERSION ?? '1.163.2';
const dendrite = `${process.env.DENDRITE_MODULE ?? 'github.com/matrix-org/dendrite'}@${process.env.DENDRITE_VERSION ?? 'v0.13.8'}`;

/** What a checkout would have brought, by the language; and what the homeserver then calls itself. */
const projects = {
  python: { checkOut: dependsOnSynapse, software: /^Synapse / },
  // Dendrite of that release does not say what it is.
  go: { checkOut: sourcesOfDendrite, software: /^(?:Dendrite .*|unknown)$/ },
  rust: { checkOut: () => {}, software: /^matrix-conformance reference / },
};

class LeftOut extends Error {}

let worst = 0;
for (const name of names.length > 0 ? names : all()) {
  try {
    console.log(`ok   ${name}: ${await tryOut(name)}`);
  } catch (error) {
    const isLeftOut = error instanceof LeftOut;
    if (worst !== 1) worst = isLeftOut ? 3 : 1;
    console.log(`${isLeftOut ? 'left out' : 'FAIL'} ${name}: ${error.message}`);
  } finally {
    endBackground();
  }
}
process.exitCode = worst;

function all() {
  return ['github', 'gitlab'].flatMap((system) =>
    readdirSync(join(examples, system)).map((file) => `${system}/${basename(file, '.yml')}`),
  );
}

async function tryOut(name) {
  const [system, language] = name.split('/');
  const { checkOut, software } = projects[language];
  const folder = mkdtempSync(join(tmpdir(), `example-${system}-${language}-`));
  const workspace = join(folder, 'workspace');
  try {
    // Others may listen on the port that the example names.
    const text = readFileSync(join(examples, `${name}.yml`), 'utf8').replaceAll(
      '8008',
      String(await freePort()),
    );
    const tools = makeTools(join(folder, 'tools'), packed);
    // How this machine comes to packages stands in its environment; what is said to the program goes.
    const machine = Object.entries(process.env).filter(
      ([name]) => !/^(?:MATRIX_CONFORMANCE_|GITHUB_|INPUT_|npm_lifecycle_)/.test(name),
    );
    const env = {
      ...Object.fromEntries(machine),
      PATH: `${tools}:${process.env.PATH}`,
      MATRIX_CONFORMANCE_ONLY: 'room_state/who-',
    };
    mkdirSync(workspace);
    checkOut(workspace);
    const run = { github: onGithub, gitlab: onGitlab }[system];
    const { code, result, output } = await run(text, { workspace, folder, env });
    return judge(result, code, software, output, workspace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onGithub(text, { workspace, folder, env }) {
  const uploads = [];
  const job = parse(text).jobs.conformance;
  const { steps } = job;
  const check = steps.find(({ uses }) => uses?.includes('/matrix-conformance@'));
  check.id = 'check';
  const done = await runGithubJob(job, {
    workspace,
    temp: join(folder, 'temp'),
    env,
    package: packed,
    standIns: { 'actions/upload-artifact': (step) => uploads.push(step.with) },
  });
  const output = done.steps.map((step) => step.output ?? '').join('\n');
  const { result = '', 'exit-code': code } = done.outputs.check?.outputs ?? {};
  if ((done.status === 'success') !== (code === '0')) throw new Error(`the job: ${output}`);
  if (uploads.length !== 2) throw new Error(`${uploads.length} uploads instead of 2: ${output}`);
  return { code: Number(code), result, output };
}

async function onGitlab(text, { workspace, env }) {
  const template = readFileSync(join(import.meta.dirname, 'gitlab/matrix-conformance.yml'), 'utf8');
  const done = await runGitlabPipeline(
    jobsOf(text, () => template),
    { workspace, env },
  );
  const output = done.map((job) => job.output).join('\n');
  const last = done.at(-1);
  if (last.name !== 'matrix-conformance') throw new Error(`${last.name} fails: ${output}`);
  return { code: last.code, result: join(workspace, 'reports/report.json'), output };
}

/** @returns what was seen. @throws Error where the run is not one against that homeserver. */
function judge(file, code, software, output, workspace) {
  const log = () =>
    execFileSync('tail', ['-n', '20', join(workspace, 'homeserver/homeserver.log')]).toString();
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`there is no result: ${output.slice(-3000)}`);
  }
  const { server, counts, outcomes, exitCode } = result;
  if (!software.test(server.software))
    throw new Error(`it met ${server.software}: ${output.slice(-3000)}\n${log()}`);
  if (outcomes.length !== 4 || counts.pass === 0)
    throw new Error(
      `of ${outcomes.length} scenarios ${counts.pass} passed: ${output.slice(-3000)}`,
    );
  if (code !== exitCode || code === 2) throw new Error(`exit code ${code}, and ${exitCode} inside`);
  const reports = readdirSync(join(workspace, 'reports')).toSorted();
  return `${server.software}, ${counts.pass} of ${outcomes.length} pass, exit code ${code}, ${reports.join(', ')}`;
}

function dependsOnSynapse(workspace) {
  const lines = [
    '[project]',
    'name = "homeserver"',
    'version = "1"',
    `dependencies = ["matrix-synapse==${synapse}"]`,
    '[tool.setuptools]',
    'packages = []',
  ];
  writeFileSync(join(workspace, 'pyproject.toml'), `${lines.join('\n')}\n`);
}

function sourcesOfDendrite(workspace) {
  let told;
  try {
    told = execFileSync('go', ['mod', 'download', '-json', dendrite], { encoding: 'utf8' });
  } catch {
    throw new LeftOut(`there is no Go, or it cannot have ${dendrite}`);
  }
  cpSync(JSON.parse(told).Dir, workspace, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', workspace]);
}
