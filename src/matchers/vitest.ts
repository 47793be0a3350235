/** Imported for its effect, in a test or in `setupFiles`: gives Vitest's `expect` the matcher. */

import { expect } from 'vitest';
import type { JudgeOptions } from '../library/judge.ts';
import { matchers } from '../library/matchers.ts';
import type { GivenRequest } from '../library/spoken-message.ts';

declare module 'vitest' {
  interface Assertion {
    /** The answer is what the document of its operation says: `getRoomState`, or the request. */
    toSatisfyMatrixSpec(
      request: string | GivenRequest | Request,
      options?: JudgeOptions,
    ): Promise<void>;
  }
}

expect.extend(matchers);
