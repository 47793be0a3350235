/**
 * What a scenario says of the homeserver under test, in the words of ISO 9646.
 *
 * - `pass`: everything that the scenario asks was seen to hold.
 * - `fail`: the homeserver broke a MUST in an operation under test.
 * - `advice`: a SHOULD was not met; counts as a failure with `--strict` only.
 * - `inconclusive`: something before the point went wrong, so nothing can be said of the point.
 * - `unsupported`: the homeserver may lack this, and does; or its means were not given.
 * - `error`: the checker or the network went wrong. In doubt it is this one.
 */
export type Verdict = 'pass' | 'fail' | 'advice' | 'inconclusive' | 'unsupported' | 'error';

/** Every verdict, the gravest first: the order in which a summary tells them. */
export const verdicts = [
  'fail',
  'error',
  'inconclusive',
  'advice',
  'unsupported',
  'pass',
] as const satisfies readonly Verdict[];
