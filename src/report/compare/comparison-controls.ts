import { element, type Markup } from '../html/markup.ts';
import { visible } from '../visible.ts';
import type { Comparison } from './comparison.ts';

interface Choice {
  /** A word of `data-marks`; empty for all rows. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

function choices({ servers, rows, baseline }: Comparison): readonly Choice[] {
  const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length;
  const each = servers.flatMap(({ name, changes }, column) => {
    const short = visible(name, 40);
    const changed = ({ cells }: (typeof rows)[number]) => cells[column]?.change;
    return [
      {
        value: `only-${column}`,
        label: `broken only by ${short}`,
        count: count(({ brokenOnlyBy }) => brokenOnlyBy === column),
      },
      ...(changes === undefined || baseline === undefined
        ? []
        : [
            {
              value: `changed-${column}`,
              label: `changed in ${short} since ${visible(servers[baseline]?.name ?? '', 40)}`,
              count: count((row) => changed(row) !== undefined && changed(row) !== 'same'),
            },
            {
              value: `regression-${column}`,
              label: `regressions in ${short}`,
              count: changes.regression,
            },
          ]),
    ];
  });
  return [
    { value: '', label: 'all', count: rows.length },
    { value: 'differs', label: 'homeservers differ', count: count(({ differs }) => differs) },
    { value: 'none', label: 'kept by none', count: count(({ isKeptByNone }) => isKeptByNone) },
    ...each,
  ];
}

function select(
  id: string,
  label: string,
  options: readonly (readonly [string, string])[],
): Markup {
  const list = options.map(([value, text]) => element('option', { value }, text));
  return element('label', { for: id }, label, element('select', { id }, list));
}

/** What narrows the table; it is there only where scripts run. */
export function comparisonControls(comparison: Comparison): Markup {
  const { rows } = comparison;
  const suites = [...new Set(rows.map(({ suite }) => suite))];
  const shown = choices(comparison).map(
    ({ value, label, count }) => [value, `${label} (${count})`] as const,
  );
  const levels = ['MUST', 'SHOULD', 'UNSPECIFIED'].map((level) => [level, level] as const);
  return element(
    'search',
    { class: 'controls' },
    select('show', 'Show', shown),
    select('level', 'Level', [['', 'every level'], ...levels]),
    select('suite', 'Suite', [
      ['', 'every suite'],
      ...suites.map((one) => [one, visible(one, 60)] as const),
    ]),
    element(
      'label',
      { for: 'text' },
      'Text',
      element('input', { id: 'text', type: 'search', autocomplete: 'off' }),
    ),
    element('output', { id: 'shown', 'aria-live': 'polite' }, `${rows.length} of ${rows.length}`),
  );
}
