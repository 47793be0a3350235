import { AssertionError } from 'node:assert';
import type { JudgeOptions } from './judge.ts';
import { matchers } from './matchers.ts';
import type { GivenRequest, GivenResponse } from './spoken-message.ts';

/**
 * The same as the matcher `toSatisfyMatrixSpec`, for `node:test` and whatever else takes assertions.
 * @throws AssertionError that says what is not as the document of the operation has it
 */
export async function assertMatrixSpec(
  response: GivenResponse | Response,
  request: string | GivenRequest | Request,
  options: JudgeOptions = {},
): Promise<void> {
  const { pass, message } = await matchers.toSatisfyMatrixSpec(response, request, options);
  if (pass) return;
  const failure = {
    message: message(),
    operator: 'assertMatrixSpec',
    stackStartFn: assertMatrixSpec,
  };
  throw new AssertionError(failure);
}
