import type { Outcome } from '../model/outcome.ts';
import type { Verdict } from '../model/verdict.ts';
import { details } from './details.ts';
import type { Paint } from './paint.ts';
import { verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';
import { indented } from './wrap.ts';

/** What differs between two scenarios of one cause: Matrix identifiers, and long numbers. */
const individual = /[!$@#][^\s"'<>,;]+|\d{4,}/g;

function byReason(outcomes: readonly Outcome[]): readonly (readonly [Outcome, ...Outcome[]])[] {
  const groups = new Map<string, [Outcome, ...Outcome[]]>();
  for (const outcome of outcomes) {
    const key = visible(outcome.reason).replace(individual, '…');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outcome]);
    else group.push(outcome);
  }
  return [...groups.values()];
}

/**
 * The outcomes of one verdict, those of one reason as one paragraph: the reason, the ids, and with
 * `withExchange` the exchange of the first of them.
 */
export function terminalGroups(
  outcomes: readonly Outcome[],
  verdict: Verdict,
  { paint, width, withExchange }: { paint: Paint; width: number; withExchange: boolean },
): string {
  const { colour, symbol } = verdictSigns[verdict];
  const groups = byReason(outcomes).map((group) => {
    const [first] = group;
    const reason = visible(first.reason || 'no reason was given');
    const ids = group.map(({ id }) => visible(id)).join(' ');
    const how = withExchange
      ? details(first).filter(({ label }) => /^(request|response|received|curl)$/.test(label))
      : [];
    return [
      // The symbol is painted last, so that no colour code counts in the wrapping.
      indented(`  ${symbol} `, reason, width).replace(symbol, paint(colour, symbol)),
      indented('    ', ids, width),
      ...how.map(({ label, text }) => {
        const shown = visible(text, label === 'curl' ? 8000 : 300);
        return `    ${label.padEnd(9)} ${shown}`;
      }),
    ].join('\n');
  });
  return groups.join('\n');
}
