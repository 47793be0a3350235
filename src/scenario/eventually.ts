import type { Stage } from './stage.ts';

/**
 * Asks again and again, until the answer is something or a part of the scenario's time is over: for
 * what a homeserver may take a moment to show.
 */
export async function eventually<Value>(
  stage: Stage,
  ask: () => Promise<Value | undefined>,
  part = 1 / 3,
): Promise<Value | undefined> {
  const waiting = stage.patience.begin(part);
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, 1000)) {
    const value = await ask();
    if (value !== undefined || waiting.isOver()) return value;
    // A homeserver may answer at once, however long it was asked to wait.
    await waiting.pause(pauseMs);
  }
}
