import type { ProgressLook } from '../report/progress.ts';

/** How output to a stream is to look. `NO_COLOR` and `FORCE_COLOR` are heeded. */
export function lookOf(stream: NodeJS.WriteStream): ProgressLook {
  const isTerminal = stream.isTTY === true && process.env.TERM !== 'dumb';
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== '';
  const color = isForced || (isTerminal && (NO_COLOR === undefined || NO_COLOR === ''));
  return { color, isTerminal, width: Math.max(40, stream.columns ?? 100) };
}
