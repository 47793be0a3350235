/** Imported for its effect, in a test or in `setupFilesAfterEnv`: gives Jest's `expect` the matcher. */

import type { JudgeOptions } from '../library/judge.ts';
import { matchers } from '../library/matchers.ts';
import type { GivenRequest } from '../library/spoken-message.ts';

declare global {
  namespace jest {
    interface Matchers<R> {
      /** The answer is what the document of its operation says: `getRoomState`, or the request. */
      toSatisfyMatrixSpec(
        request: string | GivenRequest | Request,
        options?: JudgeOptions,
      ): Promise<R>;
    }
  }
}

const { expect } = globalThis as { expect?: { extend(all: typeof matchers): void } };
if (expect === undefined) {
  throw new Error(
    'There is no expect of Jest here: import { expect } and { matchers }, and expect.extend(matchers).',
  );
}
expect.extend(matchers);
