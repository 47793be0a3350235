import { type EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Waits until it is so, or so many ms have passed; looks again at each `change`. */
export async function until(
  isSo: () => boolean,
  changes: EventEmitter,
  waitMs = 2_147_483_647,
): Promise<void> {
  const ended = new AbortController();
  const late = delay(waitMs, 'late' as const, ended).catch(() => 'late' as const);
  while (!isSo()) {
    const change = once(changes, 'change', ended).catch(() => {});
    if ((await Promise.race([change, late])) === 'late') break;
  }
  ended.abort();
}
