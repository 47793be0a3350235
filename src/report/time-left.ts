/** Before this share of a run, and this many milliseconds, an estimate would be a guess. */
const leastShare = 0.1;
const leastMs = 5000;

/** No estimate is replaced sooner, in ms: a number that jumps is no help. */
const steadyMs = 5000;

/**
 * Estimates how long a run goes on, in ms: a function that is told the time since its beginning, and
 * how much of it is done. It gives nothing while that cannot be told. What was told counts down by
 * the clock; another estimate takes its place only where it is off by more than a fifth.
 */
export function timeLeft(): (ms: number, finished: number, planned: number) => number | undefined {
  let end: number | undefined;
  let since = 0;
  return (ms, finished, planned) => {
    if (finished >= planned || ms < leastMs || finished < leastShare * planned) return undefined;
    const estimate = (ms * planned) / finished;
    const isOff = end !== undefined && Math.abs(estimate - end) > 0.2 * Math.max(end - ms, 1000);
    if (end === undefined || (isOff && ms - since >= steadyMs)) {
      end = estimate;
      since = ms;
    }
    return Math.max(0, end - ms);
  };
}

/** In words that do not promise more than is known: `about 40 s left`, `about 3 min left`. */
export function timeLeftText(ms: number): string {
  if (ms < 5000) return 'a few seconds left';
  if (ms < 55_000) return `about ${Math.ceil(ms / 5000) * 5} s left`;
  return `about ${Math.max(1, Math.round(ms / 60_000))} min left`;
}
