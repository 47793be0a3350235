// Runs a GitLab pipeline on this machine, as far as it can be: each job's lines with bash, one stage
// after the other, in one folder. Images are the runner's, and are left out.
import { parse, parseAllDocuments } from 'yaml';
import { runScript } from './shell.mjs';

const kinds = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
};

/**
 * A template with its inputs put in. @returns its jobs.
 * @throws Error for an input that is unknown, lacking, or of another type.
 */
export function expandTemplate(text, given = {}) {
  const [header, body] = parseAllDocuments(text).map((document) => document.toJS());
  const { inputs } = header.spec;
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`the template has no input ${unknown.join(', ')}`);
  const values = Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const { type = 'string', default: usual } = input ?? {};
      const value = given[name] ?? usual;
      if (value === undefined) throw new Error(`the input ${name} is lacking`);
      if (!kinds[type]?.(value)) throw new Error(`the input ${name} has to be a ${type}`);
      return [name, value];
    }),
  );
  return interpolated(body, values);
}

/** A text that is one input alone becomes its value; within a text it becomes part of it. */
function interpolated(value, inputs) {
  if (Array.isArray(value)) return value.map((one) => interpolated(one, inputs));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        interpolated(key, inputs),
        interpolated(one, inputs),
      ]),
    );
  if (typeof value !== 'string') return value;
  const input = (name) => {
    if (!(name in inputs)) throw new Error(`there is no input ${name}`);
    return inputs[name];
  };
  const [, alone] = /^\$\[\[ inputs\.([\w-]+) \]\]$/.exec(value) ?? [];
  if (alone !== undefined) return input(alone);
  return value.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name) => String(input(name)));
}

/** The jobs of a pipeline, those of the templates that it includes among them. */
export function jobsOf(text, templates) {
  const { include = [], ...own } = parse(text);
  const included = include.map(({ local, inputs }) => expandTemplate(templates(local), inputs));
  return Object.assign({}, ...included, own);
}

/** Runs the jobs in the order of their stages. @returns each with its exit code and output. */
export async function runGitlabPipeline(jobs, { workspace, env }) {
  const stages = ['build', 'test'];
  const order = Object.entries(jobs).toSorted(
    ([, a], [, b]) => stages.indexOf(a.stage) - stages.indexOf(b.stage),
  );
  const done = [];
  for (const [name, job] of order) {
    const script = [job.before_script ?? [], job.script].flat(2).join('\n');
    const variables = Object.fromEntries(
      Object.entries(job.variables ?? {}).map(([key, value]) => [key, String(value)]),
    );
    const given = { ...env, CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: workspace };
    const ran = await runScript(script, { cwd: workspace, env: { ...given, ...variables } });
    done.push({ name, ...ran });
    if (ran.code !== 0) break;
  }
  return done;
}
