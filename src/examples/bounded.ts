import { createContext, Script } from 'node:vm';

const script = new Script('run()');

/** What has to be said of work that did not come to its end. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/**
 * Runs what may never end, as a regular expression of somebody else's document may, and stops it.
 *
 * @param milliseconds how long it may take
 * @throws TooLong where it takes longer
 */
export function bounded<T>(run: () => T, milliseconds: number): T {
  try {
    return script.runInContext(createContext({ run }), { timeout: milliseconds }) as T;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TooLong(`it takes longer than ${milliseconds} ms`);
  }
}
