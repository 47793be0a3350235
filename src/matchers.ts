/**
 * Judging in tests of one's own: `expect.extend(matchers)` of Vitest or Jest, `assertMatrixSpec` for
 * `node:test`. Neither Vitest nor Jest is needed to import this.
 */

export { assertMatrixSpec } from './library/assert-matrix-spec.ts';
export type { JudgeOptions } from './library/judge.ts';
export { type Matched, matchers } from './library/matchers.ts';
export type {
  GivenBody,
  GivenHeaders,
  GivenRequest,
  GivenResponse,
} from './library/spoken-message.ts';
