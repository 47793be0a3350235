import { stat } from 'node:fs/promises';
import { isOpen } from '../model/standing.ts';
import { type Verdict, verdicts } from '../model/verdict.ts';
import type { LastRun } from './last-run.ts';
import { readBoundedFile } from './read-bounded-file.ts';
import { UsageError } from './usage-error.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * What failed, by the file that a run leaves behind, or by a JSON report.
 * @param strict whether advice counts, of a report that does not say so itself.
 * @returns none where there is no such file.
 * @throws UsageError where it cannot be read, or is neither.
 */
export async function readLastRun(file: string, strict: boolean): Promise<LastRun | undefined> {
  const isThere = await stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (!isThere) return undefined;
  const text = await readBoundedFile(file);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON: name a report that --report json wrote.`);
  }
  if (!isMembers(read)) throw stranger(file);
  const startedAt = typeof read.startedAt === 'string' ? read.startedAt : 'an unknown time';
  const target = typeof read.target === 'string' ? { target: read.target } : {};
  if (Array.isArray(read.failed)) {
    return { ...target, startedAt, failed: read.failed.filter((id) => typeof id === 'string') };
  }
  if (!Array.isArray(read.outcomes)) throw stranger(file);
  const { plan } = read;
  const isStrict = isMembers(plan) && typeof plan.strict === 'boolean' ? plan.strict : strict;
  const failed = read.outcomes.flatMap((one: unknown) => {
    if (!isMembers(one) || typeof one.id !== 'string' || !isVerdict(one.verdict)) {
      throw stranger(file);
    }
    // Of the outcome no more is asked than these two members.
    const asked = { verdict: one.verdict, expectation: one.expectation } as Asked;
    return isOpen(asked, isStrict) ? [one.id] : [];
  });
  return { ...target, startedAt, failed };
}

type Asked = Parameters<typeof isOpen>[0];

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isVerdict(value: unknown): value is Verdict {
  return verdicts.some((verdict) => verdict === value);
}

function stranger(file: string): UsageError {
  return new UsageError(`${file} is no result of a run: name a report that --report json wrote.`);
}
