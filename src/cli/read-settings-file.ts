import { readFile } from 'node:fs/promises';
import { fileTrouble } from '../model/file-trouble.ts';
import { type Settings, valueOptions } from './settings.ts';
import { UsageError } from './usage-error.ts';

const usual = 'matrix-conformance.yaml';
const nothing: Settings = {
  values: {},
  suites: [],
  report: [],
  strict: false,
  unsafe: false,
  updateExpectations: false,
};

/**
 * The settings in a YAML file, by the long names of the options, and `suites`.
 * @param path the file that was named; else the usual one is read where it is there.
 * @throws UsageError where it cannot be read or says something that is no setting.
 */
export async function readSettingsFile(path: string | undefined): Promise<Settings> {
  const file = path ?? usual;
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (path === undefined && error.code === 'ENOENT') return undefined;
    throw new UsageError(`The configuration ${file} cannot be read: ${fileTrouble(error)}.`);
  });
  if (text === undefined) return nothing;
  const { parse } = await import('yaml');
  let read: unknown;
  try {
    read = parse(text);
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n');
    throw new UsageError(`The configuration ${file} is not YAML: ${first?.replace(/:$/, '')}.`);
  }
  if (read === null || read === undefined) return nothing;
  if (typeof read !== 'object' || Array.isArray(read)) {
    throw new UsageError(`The configuration ${file} has to be a map of options.`);
  }
  const {
    suites,
    report,
    strict,
    unsafe,
    'update-expectations': update,
    ...others
  } = read as Record<string, unknown>;
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(others)) {
    if (!valueOptions.some((option) => option === name)) {
      throw new UsageError(`The configuration ${file} has no option ${name}: --help lists them.`);
    }
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new UsageError(`${name} in the configuration ${file} has to be one value.`);
    }
    values[name] = String(value);
  }
  return {
    values,
    suites: words(file, 'suites', suites),
    report: words(file, 'report', report),
    strict: truth(file, 'strict', strict),
    unsafe: truth(file, 'unsafe', unsafe),
    updateExpectations: truth(file, 'update-expectations', update),
  };
}

function truth(file: string, name: string, value: unknown): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw new UsageError(`${name} in the configuration ${file} is true or false.`);
}

function words(file: string, name: string, value: unknown): readonly string[] {
  const all = value === undefined || value === null ? [] : [value].flat();
  if (all.every((one) => typeof one === 'string')) return all;
  throw new UsageError(`${name} in the configuration ${file} is one name or a list of names.`);
}
