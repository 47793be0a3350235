import type { Outcome } from '../model/outcome.ts';
import type { Verdict } from '../model/verdict.ts';
import { details } from './details.ts';
import { grouped } from './grouped.ts';
import type { Paint } from './paint.ts';
import { verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';
import { withoutIndividuals } from './without-individuals.ts';
import { indented } from './wrap.ts';

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
  const byReason = grouped(outcomes, ({ reason }) => withoutIndividuals(visible(reason)));
  const groups = [...byReason.values()].map((group) => {
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
