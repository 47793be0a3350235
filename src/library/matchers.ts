import { type JudgeOptions, judge } from './judge.ts';
import type { GivenRequest, GivenResponse } from './spoken-message.ts';

/** What a matcher of Vitest or Jest comes to. */
export interface Matched {
  readonly pass: boolean;
  message(): string;
}

/** Given to `expect.extend` of Vitest, or of Jest. */
export const matchers = {
  /**
   * The answer is what the document of its operation says.
   *
   * @param received an answer of `fetch` whose body was not read yet, or `{ status, headers, body }`
   * @param request the operationId: `getRoomState`; or the request, which is judged as well
   */
  async toSatisfyMatrixSpec(
    received: GivenResponse | Response,
    request: string | GivenRequest | Request,
    options: JudgeOptions = {},
  ): Promise<Matched> {
    const { operation, findings, notJudged } = await judge(request, received, options);
    // Nothing that was not looked at is said to be as it should be.
    if (notJudged !== undefined) throw new Error(`The answer cannot be judged: ${notJudged}.`);
    const faults = findings.filter(({ severity }) => severity === 'violation');
    const name = operation?.operationId ?? 'the operation';
    return {
      pass: faults.length === 0,
      message: () =>
        faults.length === 0
          ? `The answer satisfies the document of ${name}, and was expected not to.`
          : [
              `The answer does not satisfy the document of ${name}:`,
              ...faults.flatMap(({ side, subject, message, expected, actual }) => [
                `  ${side === 'client' ? 'the client: ' : ''}${subject}: ${message}`,
                `    expected  ${expected}`,
                `    actual    ${actual}`,
              ]),
            ].join('\n'),
    };
  },
};
