import { verdicts } from '../../model/verdict.ts';
import { element, type Markup } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { comparisonPageScript } from '../html/scripts/comparison-page.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { visible } from '../visible.ts';
import type { ComparedServer, Comparison } from './comparison.ts';
import { comparisonChapters } from './comparison-chapters.ts';
import { comparisonControls } from './comparison-controls.ts';
import { comparisonSentence, judgementSentence } from './comparison-sentence.ts';
import { comparisonStyle } from './comparison-style.ts';
import { comparisonTable } from './comparison-table.ts';

function line(
  label: string,
  servers: readonly ComparedServer[],
  of: (one: ComparedServer) => string,
): Markup {
  const cells = servers.map((one) => element('td', {}, visible(of(one), 120)));
  return element('tr', {}, element('th', { scope: 'row' }, label), cells);
}

function facts({ servers, baseline }: Comparison): Markup {
  const heads = servers.map(({ name }, column) =>
    element('th', { scope: 'col' }, visible(name, 60), column === baseline && ' (baseline)'),
  );
  return element(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'The runs' },
    element(
      'table',
      {},
      element('caption', {}, 'The runs, and how often each verdict was given'),
      element('thead', {}, element('tr', {}, element('td', {}), heads)),
      element(
        'tbody',
        {},
        verdicts.map((verdict) =>
          element(
            'tr',
            {},
            element(
              'th',
              { scope: 'row', class: verdict },
              `${verdictSigns[verdict].symbol} ${verdict}`,
            ),
            servers.map(({ run }) => element('td', {}, run.counts[verdict])),
          ),
        ),
        line('software', servers, ({ run }) => run.server.software),
        line('room version', servers, ({ run }) => run.server.roomVersion || 'unknown'),
        line('checker', servers, ({ run }) => `${run.checker.name} ${run.checker.version}`),
        line('held against', servers, ({ run }) => run.plan.specification),
        line('run', servers, ({ run }) => run.startedAt),
        line('file', servers, ({ files }) => files.join(', ')),
      ),
    ),
  );
}

function chapters(comparison: Comparison): Markup {
  const list = comparisonChapters(comparison).map(({ title, note, rows }) =>
    element(
      'li',
      {},
      element(
        'details',
        {},
        element('summary', {}, `${visible(title, 100)}: ${rows.length}`),
        element('p', { class: 'quiet' }, note),
        element(
          'ul',
          {},
          rows
            .slice(0, 500)
            .map((row) =>
              element(
                'li',
                {},
                visible(row.title, 200),
                ' ',
                element('code', {}, visible(row.id, 200)),
              ),
            ),
        ),
      ),
    ),
  );
  return element('ul', {}, list);
}

/** The comparison as one page: a table of every requirement that can be narrowed, linked and printed. */
export function comparisonHtml(comparison: Comparison): string {
  const sentence = visible(comparisonSentence(comparison), 600);
  const notices = [...comparison.problems, ...comparison.warnings].map((text) =>
    element('p', { class: 'notice' }, visible(text, 400)),
  );
  return page({
    title: visible(comparison.servers.map(({ name }) => name).join(', '), 120),
    style: comparisonStyle,
    script: comparisonPageScript,
    body: element(
      'main',
      { id: 'main', tabindex: '-1' },
      element('h1', {}, sentence),
      element('p', {}, visible(judgementSentence(comparison), 300)),
      notices,
      facts(comparison),
      element('h2', {}, 'What stands out'),
      chapters(comparison),
      element('h2', {}, 'Requirements'),
      comparisonControls(comparison),
      comparisonTable(comparison),
      element(
        'p',
        {},
        element('button', { id: 'more', type: 'button', hidden: true }, 'Show the others'),
      ),
    ),
  });
}
