// Runs the job of a GitHub workflow on this machine, as far as it can be: its `run` steps with bash, and
// this project's action, by its own action.yml. Other actions are the runner's, and are left out; a
// stand-in can do what one would have done.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { expand, holds } from './expression.mjs';
import { runScript } from './shell.mjs';

/** The project's folder: where its action lies. */
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * Runs a job step by step. @returns how it ended, and each step with what came of it.
 * @param {any} job as it stands in the workflow.
 * @param {{ workspace: string, temp: string, env?: Record<string, string>, package?: string,
 *   secrets?: Record<string, string>, github?: Record<string, any>, standIns?: Record<string, (job: any) => void> }} machine
 *   `package` is what the action installs in place of the published package; `standIns` are told by
 *   the name of the action, such as `actions/checkout`.
 */
export async function runGithubJob(job, machine) {
  mkdirSync(machine.temp, { recursive: true });
  const [output, summary] = ['output', 'summary'].map((name) => join(machine.temp, name));
  writeFileSync(summary, '');
  const state = {
    ...machine,
    output,
    summary,
    log: [],
    context: {
      status: 'success',
      github: { workspace: machine.workspace, ...machine.github },
      hashFiles: (file) => (existsSync(join(machine.workspace, file)) ? 'a hash' : ''),
      runner: { temp: machine.temp },
      secrets: machine.secrets ?? {},
      steps: {},
      env: {},
    },
  };
  const env = texts(job.env, state.context);
  for (const step of job.steps) await runStep(step, state, { ...machine.env, ...env });
  return {
    status: state.context.status,
    outputs: state.context.steps,
    steps: state.log,
    summary: readFileSync(summary, 'utf8'),
  };
}

async function runStep(step, state, above) {
  const { context, log } = state;
  const name = step.name ?? step.uses ?? step.id ?? step.run.split('\n')[0];
  if (!holds(step.if, context)) {
    log.push({ name, did: 'skipped' });
    return;
  }
  const env = { ...above, ...texts(step.env, context) };
  if (step.uses === undefined) await runCommands(step, name, state, env);
  else if (/^[^/]+\/matrix-conformance@/.test(step.uses)) await runAction(step, name, state, env);
  else leaveOut(step, name, state);
}

async function runCommands(step, name, { workspace, temp, output, summary, context, log }, env) {
  writeFileSync(output, '');
  const cwd = join(workspace, expand(step['working-directory'] ?? '.', context));
  const given = {
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: workspace,
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    RUNNER_TEMP: temp,
  };
  const script = expand(step.run, context);
  const done = await runScript(script, {
    cwd,
    env: { ...given, ...env },
    strict: step.shell === 'bash',
  });
  log.push({ name, did: 'run', ...done });
  end(step, context, done.code === 0, outputsIn(readFileSync(output, 'utf8')));
}

/** A composite action: its steps, with its inputs, in a world of their own. */
async function runAction(step, name, state, env) {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const given = texts(step.with, state.context);
  const unknown = Object.keys(given).filter((input) => !(input in action.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([input, { default: usual = '' }]) => [
      input,
      given[input] ?? String(usual),
    ]),
  );
  if (state.package !== undefined) inputs.version = state.package;
  const { github, runner, secrets } = state.context;
  const context = { status: 'success', github, runner, inputs, steps: {}, env: {}, secrets };
  state.log.push({ name, did: 'action' });
  const within = { ...env, GITHUB_ACTION_PATH: root };
  for (const one of action.runs.steps) await runStep(one, { ...state, context }, within);
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([key, { value }]) => [key, expand(value, context)]),
  );
  end(step, state.context, context.status === 'success', outputs);
}

function leaveOut(step, name, state) {
  const action = step.uses.split('@')[0];
  const standIn = state.standIns?.[action];
  standIn?.({ ...step, with: texts(step.with, state.context) });
  state.log.push({ name, did: standIn === undefined ? 'left out' : 'stood in for' });
}

function end(step, context, isSuccess, outputs) {
  if (step.id !== undefined) context.steps[step.id] = { outputs };
  if (!isSuccess && step['continue-on-error'] !== true) context.status = 'failure';
}

function texts(record, context) {
  return Object.fromEntries(
    Object.entries(record ?? {}).map(([name, value]) => [name, expand(value, context)]),
  );
}

/** What a step wrote to GITHUB_OUTPUT: `name=value`, or lines between two marks. */
function outputsIn(text) {
  const found = {};
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift();
    const [, name, mark] = /^([\w-]+)<<(.+)$/.exec(line) ?? [];
    if (mark === undefined) {
      const [, short, value] = /^([\w-]+)=(.*)$/.exec(line) ?? [];
      if (short !== undefined) found[short] = value;
      continue;
    }
    found[name] = lines.splice(0, lines.indexOf(mark)).join('\n');
    lines.shift();
  }
  return found;
}
