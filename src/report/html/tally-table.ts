import type { Outcome } from '../../model/outcome.ts';
import { verdicts } from '../../model/verdict.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { element, type Markup } from './markup.ts';

/** How many outcomes of each group came to each verdict; the script makes its numbers filters. */
export function tallyTable(
  caption: string,
  key: 'suite' | 'level',
  groups: ReadonlyMap<string, readonly Outcome[]>,
): Markup {
  const shown = verdicts.filter((verdict) =>
    [...groups.values()].some((all) => all.some((one) => one.verdict === verdict)),
  );
  const head = shown.map((verdict) =>
    element(
      'th',
      { scope: 'col', class: 'number' },
      element('span', { class: verdict, 'aria-hidden': 'true' }, verdictSigns[verdict].symbol),
      ` ${verdict}`,
    ),
  );
  const rows = [...groups].map(([name, outcomes]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      shown.map((verdict) => {
        const count = outcomes.filter((one) => one.verdict === verdict).length;
        return element(
          'td',
          count === 0
            ? { class: 'number quiet' }
            : {
                class: 'number',
                'data-filter': `${key}=${encodeURIComponent(name)}&verdict=${verdict}`,
              },
          count === 0 ? '·' : count,
        );
      }),
    ),
  );
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, key), head)),
    element('tbody', {}, rows),
  );
}
