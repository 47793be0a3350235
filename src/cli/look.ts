import type { ProgressLook } from '../report/progress.ts';

/**
 * How output to a stream is to look. `NO_COLOR` and `FORCE_COLOR` are heeded; a `TERM` that is dumb
 * and a `CI` cannot, or need not, rewrite lines.
 */
export function lookOf(stream: NodeJS.WriteStream): ProgressLook {
  const { NO_COLOR, FORCE_COLOR, TERM, CI = '' } = process.env;
  const isCi = !['', '0', 'false'].includes(CI.toLowerCase());
  const isTerminal = stream.isTTY === true && TERM !== 'dumb' && !isCi;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== '';
  const color = isForced || (isTerminal && (NO_COLOR === undefined || NO_COLOR === ''));
  // A terminal that does not know its own size says 0.
  return { color, isTerminal, width: Math.max(40, stream.columns || 100) };
}
