import type { RunResult } from '../model/run-result.ts';
import { jsonText } from './json-text.ts';
import { score } from './score.ts';

/** The names that come first, in this order, wherever they stand; all others follow by alphabet. */
const first = [
  ...[
    'formatVersion',
    'checker',
    'target',
    'server',
    'specification',
    'exitCode',
    'interrupted',
    'problems',
  ],
  ...['counts', 'mutationScore', 'nullScore', 'plan', 'proof'],
  ...['id', 'verdict', 'level', 'title', 'section', 'rows', 'since', 'suite', 'reason'],
  ...['method', 'url', 'status', 'headers', 'body', 'requirement', 'kind', 'subject', 'message'],
  ...['expected', 'actual', 'user', 'operationId', 'request', 'response'],
  ...['startedAt', 'durationMs', 'exchanges', 'rateLimit', 'intermittent', 'outcomes', 'tries'],
];
const rank = new Map(first.map((name, index) => [name, index]));

function byRank(a: string, b: string): number {
  const difference = (rank.get(a) ?? first.length) - (rank.get(b) ?? first.length);
  if (difference !== 0) return difference;
  return a < b ? -1 : 1;
}

/** A replacer of `JSON.stringify` would be asked for each of a million texts. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const names = Object.keys(value).sort(byRank);
  const members: Readonly<Record<string, unknown>> = { ...value };
  return Object.fromEntries(names.map((name) => [name, ordered(members[name])]));
}

/**
 * The version of the JSON report's form. Members may be added under the same number; it is raised
 * where one is removed, or comes to mean something else.
 */
export const formatVersion = 1;

/**
 * The whole `RunResult` as JSON for programs, with `target`, `server`, `specification`,
 * `mutationScore`, `nullScore` (shares from 0 to 1, `null` where unknown) and `outcomes` at the top.
 *
 * The order of the names is always the same, and every character that does not show is an escape:
 * parsed again, the texts are what they were, lone surrogates included.
 */
export function json(result: RunResult): string {
  const { target, specification } = result.plan;
  const report = { formatVersion, ...result, target, specification, ...score(result) };
  return jsonText(Object(ordered(report)));
}
