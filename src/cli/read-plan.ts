import type { Shard } from '../engine/plan.ts';
import { nearWord } from '../model/near-word.ts';
import type { Suite } from '../scenario/suite.ts';
import { commands } from './command.ts';
import { readNumber } from './read-number.ts';
import { readShard } from './read-shard.ts';
import { readTarget } from './read-target.ts';
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
    concurrency: readNumber('concurrency', values.concurrency ?? '4', 1, 64, true),
    timeoutMs: readNumber('timeout', values.timeout ?? '30', 0.1, 3600) * 1000,
    waitMs: readNumber('wait', values.wait ?? '0', 0, 3600) * 1000,
    rateLimitWaitMs: readNumber('rate-limit-wait', limitWait, 0, 86_400) * 1000,
    ...(target === undefined ? {} : { target: readTarget(target) }),
    ...(shard === undefined ? {} : { shard: readShard(shard) }),
    ...(only === undefined ? {} : { only }),
    ...(shuffle === undefined
      ? {}
      : { shuffle: readNumber('shuffle', shuffle, 0, 4_294_967_295, true) }),
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
