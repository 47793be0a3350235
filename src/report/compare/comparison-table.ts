import { details } from '../details.ts';
import { element, type Markup } from '../html/markup.ts';
import { sectionUrl } from '../section-url.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { visible } from '../visible.ts';
import type { Change } from './change.ts';
import type { Cell, ComparedRow, Comparison } from './comparison.ts';

const changeWords = {
  regression: 'regression',
  foreseen: 'broken now, as expected',
  weaker: 'advice no longer followed',
  otherwise: 'broken in another way',
  'new-breach': 'not judged before',
  unsaid: 'cannot be said any more',
  gone: 'not asked any more',
  mended: 'mended',
  settled: 'can be said now',
  new: 'new',
  same: '',
} as const satisfies Record<Change, string>;

function cellMarkup({ outcome, change }: Cell): Markup {
  const changed = change === undefined ? '' : changeWords[change];
  const mark = changed !== '' && [' ', element('span', { class: 'mark' }, changed)];
  if (outcome === undefined) return element('td', { class: 'quiet' }, 'not run', mark);
  const { verdict, reason, expectation, intermittent, tries } = outcome;
  const known =
    expectation?.met === 'expected'
      ? verdict !== 'pass' && ' as expected'
      : expectation !== undefined && ' not as expected';
  const head = [
    element('span', { class: verdict }, `${verdictSigns[verdict].symbol} ${verdict}`),
    known !== false && element('span', { class: 'quiet' }, known),
    intermittent && ' (intermittent)',
    mark,
  ];
  const isBare = verdict === 'pass' && !intermittent && (tries.at(-1)?.notes.length ?? 0) === 0;
  if (isBare) return element('td', {}, head);
  const list = details(outcome).flatMap(({ label, text }) => [
    element('dt', {}, label),
    element('dd', {}, visible(text, label === 'curl' ? 1500 : 400)),
  ]);
  return element(
    'td',
    {},
    element(
      'details',
      {},
      element(
        'summary',
        {},
        head,
        reason !== '' && element('span', { class: 'reason' }, visible(reason, 200)),
      ),
      list.length > 0 && element('dl', {}, list),
    ),
  );
}

/** What the page's filters look for, one word each: `differs`, `only-1`, `regression-1`. */
function marksOf(row: ComparedRow): string {
  return [
    ...(row.differs ? ['differs'] : []),
    ...(row.isKeptByNone ? ['none'] : []),
    ...(row.brokenOnlyBy === undefined ? [] : [`only-${row.brokenOnlyBy}`]),
    ...row.cells.flatMap(({ change }, column) =>
      change === undefined || change === 'same' ? [] : [`changed-${column}`, `${change}-${column}`],
    ),
  ].join(' ');
}

function rowMarkup(row: ComparedRow): Markup {
  const { id, title, level, section, suite, rows, since } = row;
  const more = [level, ...(since === undefined ? [] : [`since ${since}`]), ...rows].join(' · ');
  return element(
    'tr',
    { 'data-marks': marksOf(row), 'data-level': level, 'data-suite': suite },
    element(
      'th',
      { scope: 'row' },
      element('span', { class: 'title' }, visible(title, 300)),
      element('code', {}, visible(id, 200)),
      ' ',
      element('span', { class: 'quiet' }, visible(more, 200)),
      ' ',
      element(
        'a',
        { href: sectionUrl(section) },
        'section',
        element('span', { class: 'unseen' }, ` of ${visible(id, 200)}`),
      ),
      row.isKeptByNone && [
        ' ',
        element(
          'span',
          { class: 'mark' },
          row.isBrokenAlike ? 'kept by none, broken alike' : 'kept by none',
        ),
      ],
    ),
    row.cells.map(cellMarkup),
  );
}

/** Every requirement, a column a homeserver: a plain table, also where no script runs. */
export function comparisonTable({ servers, rows, baseline }: Comparison): Markup {
  const heads = servers.map(({ name }, column) =>
    element('th', { scope: 'col' }, visible(name, 60), column === baseline && ' (baseline)'),
  );
  return element(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Every requirement' },
    element(
      'table',
      { class: 'all' },
      element('caption', {}, 'Every requirement, and what each homeserver made of it'),
      element(
        'thead',
        {},
        element('tr', {}, element('th', { scope: 'col' }, 'requirement'), heads),
      ),
      element('tbody', {}, rows.map(rowMarkup)),
    ),
  );
}
