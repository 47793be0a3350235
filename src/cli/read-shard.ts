import type { Shard } from '../engine/plan.ts';
import { UsageError } from './usage-error.ts';

/** `1/3`. @throws UsageError for what is none. */
export function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) {
    return { index, count };
  }
  throw new UsageError(`--shard is I/N, such as 1/3, with I from 1 to N, not ${text}.`);
}
