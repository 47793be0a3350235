import { readFile } from 'node:fs/promises';
import type { RunResult } from '../model/run-result.ts';
import { resultSchemaFile } from '../package/package-root.ts';
import { formatVersion } from '../report/json.ts';
import { visible } from '../report/visible.ts';
import { createAjv } from '../schema/create-ajv.ts';
import { readBoundedFile } from './read-bounded-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * A result as `--report json` writes it. What a later version has added to it is left out.
 * @throws UsageError for a file that cannot be read, or is none.
 */
export async function readResultFile(path: string): Promise<RunResult> {
  const value = parsed(path, await readBoundedFile(path));
  const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, 'outcomes');
  if (!isObject) {
    throw new UsageError(`${path} is no result of a run: run --report json=PATH writes one.`);
  }
  const version = 'formatVersion' in value ? value.formatVersion : undefined;
  if (version !== formatVersion) {
    const which = version === undefined ? 'without a' : `of another (${shown(version)})`;
    throw new UsageError(
      `${path} is a result ${which} formatVersion, and this is matrix-conformance for ${formatVersion}: record the run again.`,
    );
  }
  const schema = JSON.parse(await readFile(resultSchemaFile, 'utf8'));
  const validate = createAjv({ removeAdditional: true }).compile(schema);
  if (validate(value)) return value as unknown as RunResult;
  const [error] = validate.errors ?? [];
  const where = error?.instancePath || 'the whole';
  throw new UsageError(
    `${path} is no result of a run: ${visible(where, 150)} ${visible(error?.message ?? 'is wrong', 150)}.`,
  );
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is not JSON: run --report json=PATH writes a result.`);
  }
}

function shown(version: unknown): string {
  return visible(JSON.stringify(version) ?? '', 20);
}
