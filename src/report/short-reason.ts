import type { Outcome } from '../model/outcome.ts';

/**
 * The one line that tells most of an outcome: why it is not a pass, and where its expectation makes
 * the news, what that is. The text is raw: it may be hostile.
 */
export function shortReason({ expectation, reason, title }: Outcome): string {
  switch (expectation?.met) {
    case 'expected':
      return `expected: ${expectation.reason || 'no reason is given'}`;
    case 'unexpected-pass':
      return `${expectation.told}: remove its lines from ${expectation.file}`;
    case 'changed':
      return `${expectation.told}: change its lines in ${expectation.file}`;
    case 'regression':
      return `${expectation.told}: ${reason}`;
    default:
      return reason || title;
  }
}
