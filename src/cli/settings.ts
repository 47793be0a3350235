/** The options of `run` that take a value, by their long names. */
export const valueOptions = [
  'target',
  'spec',
  'only',
  'shard',
  'shuffle',
  'expectations',
  'concurrency',
  'timeout',
  'wait',
  'rate-limit-wait',
  'accounts',
  'as-prefix',
  'registration-token-file',
  'shared-secret-file',
  'access-tokens-file',
  'passwords-file',
  'as-token-file',
  'admin-token-file',
] as const;

export type ValueOption = (typeof valueOptions)[number];

/** What was asked for, wherever it was said: every value still as its text. */
export interface Settings {
  readonly values: Readonly<Partial<Record<ValueOption, string>>>;
  readonly suites: readonly string[];
  readonly report: readonly string[];
  readonly strict: boolean;
  readonly unsafe: boolean;
  readonly updateExpectations: boolean;
}

/** `access-tokens-file` → `MATRIX_CONFORMANCE_ACCESS_TOKENS_FILE`. */
export function variableOf(option: string): string {
  return `MATRIX_CONFORMANCE_${option.toUpperCase().replaceAll('-', '_')}`;
}
