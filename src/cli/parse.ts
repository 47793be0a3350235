import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/**
 * `parseArgs`, whose complaints become one sentence.
 * @throws UsageError for an unknown option, or one without its value.
 */
export function parse<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const first = message.split(/\. |\n/)[0];
    const options = Object.keys(config.options ?? {});
    const asked = /'--?([\w-]+)/.exec(message)?.[1] ?? '';
    const near = options.find((option) => isNear(option, asked));
    const hint = near === undefined || near === asked ? '' : ` Did you mean --${near}?`;
    throw new UsageError(`${first}.${hint} --help lists the options.`);
  }
}

/** Whether a word is the other one but for two letters, or begins it. */
function isNear(option: string, asked: string): boolean {
  if (asked.length < 3) return false;
  if (option.startsWith(asked) || asked.startsWith(option)) return true;
  return distance(option, asked) <= 2;
}

/** Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
