import type { Shard } from '../engine/plan.ts';
import { nearWord } from '../model/near-word.ts';
import type { Suite } from '../scenario/suite.ts';
import { commands } from './command.ts';
import { readShard } from './read-shard.ts';
import type { Settings } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** The settings as numbers and choices. Times are in ms. */
export interface PlanSettings {
  readonly target?: string;
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly waitMs: number;
  readonly rateLimitWaitMs: number;
  readonly shard?: Shard;
  readonly only?: string | readonly string[];
  readonly shuffle?: number;
}

/** @throws UsageError for a value that is none. */
export function readPlan({ values }: Settings): PlanSettings {
  const { target, shard, only, shuffle, 'rate-limit-wait': limitWait = '600' } = values;
  return {
    concurrency: number('concurrency', values.concurrency ?? '4', 1, 64, true),
    timeoutMs: number('timeout', values.timeout ?? '30', 0.1, 3600) * 1000,
    waitMs: number('wait', values.wait ?? '0', 0, 3600) * 1000,
    rateLimitWaitMs: number('rate-limit-wait', limitWait, 0, 86_400) * 1000,
    ...(target === undefined ? {} : { target: readTarget(target) }),
    ...(shard === undefined ? {} : { shard: readShard(shard) }),
    ...(only === undefined ? {} : { only }),
    ...(shuffle === undefined
      ? {}
      : { shuffle: number('shuffle', shuffle, 0, 4_294_967_295, true) }),
  };
}

/** The suites by their names; all where none is named. @throws UsageError for a name of none. */
export function chooseSuites(names: readonly string[], suites: readonly Suite[]): readonly Suite[] {
  const known = suites.map(({ name }) => name).join(', ');
  for (const name of names) {
    if (suites.some((suite) => suite.name === name)) continue;
    const near = nearWord(name, [...suites.map((suite) => suite.name), ...commands]);
    const hint = near === undefined ? '' : ` Did you mean ${near}?`;
    throw new UsageError(
      `There is no suite and no command ${name}.${hint} Suites: ${known}; --help lists the commands.`,
    );
  }
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
}

function readTarget(text: string): string {
  // Checked first: what is said below repeats the text.
  if (text.includes('@')) {
    throw new UsageError('--target may not hold a user name or a password: reports show it.');
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`--target ${text} is no URL: http://localhost:8008 is one.`);
  }
  return bareTarget(text);
}

/** A target as a run names it: without a query, a fragment or a slash at its end. */
export function bareTarget(text: string): string {
  return text.replace(/[?#].*$/, '').replace(/\/+$/, '');
}

function number(option: string, text: string, least: number, most: number, whole = false): number {
  const value = Number(text);
  const isGood = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (isGood && text.trim() !== '') return value;
  const kind = whole ? 'a whole number' : 'a number';
  throw new UsageError(`--${option} is ${kind} from ${least} to ${most}, not ${text}.`);
}
