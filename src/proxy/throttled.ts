/**
 * Tells the newest value, but not more often than every so many ms. The last one is told too, as
 * long as the process lives.
 */
export function throttled<Value>(
  everyMs: number,
  tell: (value: Value) => void,
): (value: Value) => void {
  let newest: Value;
  let timer: NodeJS.Timeout | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const now = () => {
    timer = undefined;
    last = performance.now();
    tell(newest);
  };
  return (value) => {
    newest = value;
    if (timer !== undefined) return;
    const wait = last + everyMs - performance.now();
    if (wait <= 0) now();
    else timer = setTimeout(now, wait).unref();
  };
}
