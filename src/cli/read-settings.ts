import type { ParseArgsConfig } from 'node:util';
import { checkVariables } from './check-variables.ts';
import { parse } from './parse.ts';
import { readSettingsFile } from './read-settings-file.ts';
import { type Settings, type ValueOption, valueOptions, variableOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of a run: the command line before the environment before the file.
 * @throws UsageError for what cannot be understood, or a file that cannot be read.
 */
export async function readSettings(argv: string[], environment: Environment): Promise<Settings> {
  checkVariables(environment);
  const texts = Object.fromEntries(
    valueOptions.map((option) => [option, { type: 'string' as const }]),
  );
  const { values, positionals } = parse({
    args: argv,
    allowPositionals: true,
    options: {
      ...texts,
      config: { type: 'string' },
      report: { type: 'string', multiple: true },
      strict: { type: 'boolean' },
      unsafe: { type: 'boolean' },
      'update-expectations': { type: 'boolean' },
    } satisfies ParseArgsConfig['options'],
  });
  const said = values as Readonly<Record<string, string | undefined>>;
  const inFile = await readSettingsFile(values.config ?? environment[variableOf('config')]);
  const find = (option: ValueOption) =>
    said[option] ?? environment[variableOf(option)] ?? inFile.values[option];
  const found = valueOptions.flatMap((option) => {
    const value = find(option);
    return value === undefined ? [] : [[option, value] as const];
  });
  for (const [option, value] of found) {
    if (value.trim() === '') throw new UsageError(`--${option} is given without a value.`);
  }
  const reports = list(environment[variableOf('report')]);
  return {
    values: Object.fromEntries(found),
    suites: positionals.length > 0 ? positionals : inFile.suites,
    report: values.report ?? reports ?? inFile.report,
    strict: values.strict ?? truth('strict', environment) ?? inFile.strict,
    unsafe: values.unsafe ?? truth('unsafe', environment) ?? inFile.unsafe,
    updateExpectations:
      values['update-expectations'] ??
      truth('update-expectations', environment) ??
      inFile.updateExpectations,
  };
}

function list(text: string | undefined): readonly string[] | undefined {
  const words = text?.split(/[,\s]+/).filter((word) => word !== '');
  return words?.length === 0 ? undefined : words;
}

function truth(option: string, environment: Environment): boolean | undefined {
  const text = environment[variableOf(option)];
  if (text === undefined || text === '') return undefined;
  if (['1', 'true', 'yes'].includes(text.toLowerCase())) return true;
  if (['0', 'false', 'no'].includes(text.toLowerCase())) return false;
  throw new UsageError(`${variableOf(option)} is true or false, not ${text}.`);
}
