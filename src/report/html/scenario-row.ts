import type { Outcome } from '../../model/outcome.ts';
import { type Standing, standing } from '../../model/standing.ts';
import { seconds } from '../seconds.ts';
import { sectionUrl } from '../section-url.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { visible } from '../visible.ts';
import { element, type Markup } from './markup.ts';

/** Whether an outcome is news, in the page's words: what nobody expects to fail counts, too. */
function expectationWord(
  outcome: Outcome,
  strict: boolean,
): 'as expected' | 'not as expected' | undefined {
  const met = outcome.expectation?.met;
  if (met === 'expected' || met === 'skipped') return 'as expected';
  const counts: Standing = standing(outcome, strict);
  return counts === 'against' ? 'not as expected' : undefined;
}

/** One scenario: its verdict and reason on a line that opens; the script adds the evidence. */
export function scenarioRow(outcome: Outcome, place: string | undefined, strict: boolean): Markup {
  const { id, verdict, level, title, rows, since, reason, expectation } = outcome;
  const word = expectationWord(outcome, strict);
  return element(
    'details',
    {
      id,
      class: 'scenario',
      'data-v': verdict,
      'data-l': level,
      'data-e': word === undefined ? undefined : word === 'as expected' ? 'yes' : 'no',
      'data-at': place,
    },
    element(
      'summary',
      {},
      element(
        'span',
        { class: `sign ${verdict}`, 'aria-hidden': 'true' },
        verdictSigns[verdict].symbol,
      ),
      element('span', { class: `word ${verdict}` }, verdict),
      ' ',
      element('b', {}, visible(title, 1000)),
      ' ',
      element('small', {}, level),
      outcome.intermittent && element('small', { class: 'tag' }, 'intermittent'),
      word !== undefined && element('small', { class: 'tag' }, word),
      reason !== '' && element('span', { class: 'reason' }, visible(reason, 2000)),
    ),
    element(
      'p',
      { class: 'about' },
      element('code', {}, id),
      ' · ',
      element('a', { href: sectionUrl(outcome.section) }, 'specification'),
      since !== undefined && ` · since ${since}`,
      rows.length > 0 && ` · ${rows.join(', ')}`,
      ` · ${seconds(outcome.durationMs)}`,
    ),
    expectation !== undefined &&
      element(
        'p',
        {},
        `${expectation.file}:${expectation.line}: ${expectation.told}. ${expectation.reason} `,
        expectation.url !== undefined &&
          element('a', { href: expectation.url }, visible(expectation.url)),
      ),
  );
}
