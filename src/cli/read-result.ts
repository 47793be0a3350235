import type { RunResult } from '../model/run-result.ts';
import { type Verdict, verdicts } from '../model/verdict.ts';
import { visible } from '../report/visible.ts';
import { readBoundedFile } from './read-bounded-file.ts';
import { readOutcome } from './read-outcome.ts';
import {
  flagOf,
  listOf,
  memberOf,
  numberOf,
  optional,
  ResultError,
  type ResultMember,
  textOf,
  textsOf,
} from './result-members.ts';
import { UsageError } from './usage-error.ts';

/** More outcomes than this are no run of anything. */
const most = 100_000;

/**
 * Reads what `--report json=FILE` wrote.
 * @throws UsageError, with one sentence, for anything else.
 */
export async function readResult(file: string): Promise<RunResult> {
  const value = parsed(file, await readBoundedFile(file));
  try {
    return resultOf({ value, path: '' });
  } catch (error) {
    if (!(error instanceof ResultError)) throw error;
    throw new UsageError(
      `${file} is not a result, as --report json=FILE writes it: ${visible(error.message, 200)}.`,
    );
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const isXml = /^\s*</.test(text);
    const what =
      text.trim() === '' ? 'it is empty' : isXml ? 'it looks like XML' : 'it is not JSON';
    throw new UsageError(`${file} is not a result, as --report json=FILE writes it: ${what}.`);
  }
}

function resultOf(of: ResultMember): RunResult {
  const at = (name: string) => memberOf(of, name);
  const in_ = (name: string, inner: string) => memberOf(at(name), inner);
  const told = listOf(at('outcomes'));
  if (told.length > most) throw new ResultError(`outcomes is not a list of ${most} at the most`);
  const outcomes = told.map(readOutcome);
  // Counted anew: what a file says of itself need not be so.
  const counts = verdicts.map(
    (verdict) => [verdict, outcomes.filter((one) => one.verdict === verdict).length] as const,
  );
  const exitCode = ([0, 1, 2] as const).find((code) => code === at('exitCode').value);
  if (exitCode === undefined) throw new ResultError('exitCode is not one of 0, 1, 2');
  const plan = at('plan');
  const server = at('server');
  return {
    checker: {
      name: textOf(in_('checker', 'name')),
      version: textOf(in_('checker', 'version')),
    },
    startedAt: textOf(at('startedAt')),
    durationMs: numberOf(at('durationMs')),
    plan: {
      target: textOf(memberOf(plan, 'target')),
      specification: textOf(memberOf(plan, 'specification')),
      operations: numberOf(memberOf(plan, 'operations')),
      strict: flagOf(memberOf(plan, 'strict')),
      concurrency: numberOf(memberOf(plan, 'concurrency')),
      timeoutSeconds: numberOf(memberOf(plan, 'timeoutSeconds')),
      ...optional(plan, 'shard', textOf),
      ...optional(plan, 'only', textOf),
      ...optional(plan, 'expectations', textOf),
    },
    server: {
      software: textOf(memberOf(server, 'software')),
      versions: textsOf(memberOf(server, 'versions')),
      roomVersions: textsOf(memberOf(server, 'roomVersions')),
      defaultRoomVersion: textOf(memberOf(server, 'defaultRoomVersion')),
      accounts: textOf(memberOf(server, 'accounts')),
      roomVersion: textOf(memberOf(server, 'roomVersion')),
    },
    outcomes,
    counts: Object.fromEntries(counts) as Record<Verdict, number>,
    exchanges: numberOf(at('exchanges')),
    rateLimit: {
      waits: numberOf(in_('rateLimit', 'waits')),
      waitedMs: numberOf(in_('rateLimit', 'waitedMs')),
    },
    problems: textsOf(at('problems')),
    interrupted: flagOf(at('interrupted')),
    exitCode,
  };
}
