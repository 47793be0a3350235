import { stringify } from 'yaml';
import type { Outcome } from '../model/outcome.ts';

/**
 * The lines of a new entry, whose reason is to be filled in. Of what the homeserver said it holds
 * nothing: neither a secret nor a hostile text reaches the file.
 */
export function freshEntry({ id, verdict, kind }: Outcome, indent: string): readonly string[] {
  return [
    `${indent}${stringify(id, { lineWidth: 0 }).trim()}:`,
    `${indent}  expect: ${verdict}`,
    ...(kind === undefined ? [] : [`${indent}  kind: ${kind}`]),
    `${indent}  reason:`,
  ];
}
