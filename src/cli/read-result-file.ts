import { readFile } from 'node:fs/promises';
import { countVerdicts } from '../model/count-verdicts.ts';
import type { RunResult } from '../model/run-result.ts';
import { resultSchemaFile } from '../package/package-root.ts';
import { formatVersion } from '../report/json.ts';
import { visible } from '../report/visible.ts';
import { createAjv } from '../schema/create-ajv.ts';
import { readBoundedFile } from './read-bounded-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * A result as `--report json` writes it. What a later version has added to it is left out, and its
 * verdicts are counted anew: what a file says of itself need not be so.
 * @throws UsageError, with one sentence, for a file that cannot be read, or is none.
 */
export async function readResultFile(path: string): Promise<RunResult> {
  const fault = (what: string) =>
    new UsageError(`${path} is no result of a run, as --report json=PATH writes it: ${what}.`);
  const value = parsed(await readBoundedFile(path), fault);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw fault('the whole of it is not an object');
  if (!Object.hasOwn(value, 'outcomes')) throw fault('it has no outcomes');
  const version = 'formatVersion' in value ? value.formatVersion : undefined;
  if (version !== formatVersion) {
    const which = version === undefined ? 'without a' : `of another (${shown(version)})`;
    throw new UsageError(
      `${path} is a result ${which} formatVersion, and this is matrix-conformance for ${formatVersion}: record the run again.`,
    );
  }
  const schema = JSON.parse(await readFile(resultSchemaFile, 'utf8'));
  const validate = createAjv({ removeAdditional: true }).compile(schema);
  if (validate(value)) {
    const result = value as unknown as RunResult;
    // A leap second, which the schema lets pass: here it would be no time at all.
    if (Number.isNaN(Date.parse(result.startedAt))) throw fault('/startedAt is no time');
    return { ...result, counts: countVerdicts(result.outcomes) };
  }
  const [error] = validate.errors ?? [];
  const where = error?.instancePath || 'the whole';
  throw fault(`${visible(where, 150)} ${visible(error?.message ?? 'is wrong', 150)}`);
}

function parsed(text: string, fault: (what: string) => UsageError): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const isXml = /^\s*</.test(text);
    throw fault(
      text.trim() === '' ? 'it is empty' : isXml ? 'it looks like XML' : 'it is not JSON',
    );
  }
}

function shown(version: unknown): string {
  return visible(JSON.stringify(version) ?? '', 20);
}
