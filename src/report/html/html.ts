import type { RunResult } from '../../model/run-result.ts';
import { verdicts } from '../../model/verdict.ts';
import { conclusion } from '../conclusion.ts';
import { grouped } from '../grouped.ts';
import { meaningOf } from '../meaning-of.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { visible } from '../visible.ts';
import { coverageTable } from './coverage-table.ts';
import { filterForm } from './filter-form.ts';
import { element, type Markup } from './markup.ts';
import { page } from './page.ts';
import { rerunBeginning } from './rerun-beginning.ts';
import { runEvidence } from './run-evidence.ts';
import { runFacts } from './run-facts.ts';
import { runStyle } from './run-style.ts';
import { scenarioRow } from './scenario-row.ts';
import { runPageScript } from './scripts/run-page.ts';
import { tallyTable } from './tally-table.ts';

function counts(result: RunResult): Markup {
  const shown = verdicts.filter((verdict) => result.counts[verdict] > 0);
  return element(
    'ul',
    { class: 'counts' },
    shown.map((verdict) =>
      element(
        'li',
        { title: meaningOf(verdict, result), 'data-filter': `verdict=${verdict}` },
        element('span', { class: verdict, 'aria-hidden': 'true' }, verdictSigns[verdict].symbol),
        ' ',
        element('b', {}, result.counts[verdict]),
        ` ${verdict}`,
      ),
    ),
  );
}

function problems({ problems }: RunResult): Markup | false {
  return (
    problems.length > 0 &&
    element(
      'section',
      { class: 'problems', 'aria-labelledby': 'problems' },
      element('h2', { id: 'problems' }, 'Problems'),
      element(
        'ul',
        {},
        problems.map((problem) => element('li', {}, visible(problem, 2000))),
      ),
    )
  );
}

/** The words by which a page says whether the homeserver conforms, beside its exit code. */
const standings = ['pass', 'fail', 'inconclusive'] as const;

/**
 * A run as one page for people: what it came to, each scenario with its evidence, and what of the
 * specification was exercised. It loads nothing, and without scripting it has all but the evidence.
 */
export function html(result: RunResult): string {
  const { outcomes, plan, noun = 'scenario' } = result;
  const { chunks, places } = runEvidence(outcomes);
  const suites = grouped(outcomes, (one) => one.suite);
  const how = standings[result.exitCode];
  const body = [
    element(
      'header',
      {},
      element(
        'p',
        { class: 'quiet' },
        'Matrix conformance of ',
        element('b', {}, visible(plan.target)),
      ),
      element(
        'h1',
        {},
        element('span', { class: how, 'aria-hidden': 'true' }, `${verdictSigns[how].symbol} `),
        `${visible(result.server.software === 'unknown' ? 'The homeserver' : result.server.software)} ${conclusion(result)}`,
      ),
      counts(result),
    ),
    element(
      'main',
      { id: 'main', 'data-rerun': rerunBeginning(result) },
      problems(result),
      runFacts(result),
      outcomes.length > 0 &&
        element(
          'div',
          { class: 'tallies' },
          tallyTable('By suite', 'suite', suites),
          tallyTable(
            'By requirement level',
            'level',
            grouped(outcomes, (one) => one.level),
          ),
        ),
      element(
        'h2',
        { id: 'scenarios' },
        `${noun.replace(/^./, (letter) => letter.toUpperCase())}s`,
      ),
      element(
        'noscript',
        {},
        element(
          'p',
          {},
          'Requests and answers are shown, and the list can be searched, where scripting is on.',
        ),
      ),
      filterForm(outcomes),
      [...suites].map(([suite, all]) =>
        element(
          'section',
          { class: 'suite', 'data-suite': suite },
          element('h3', {}, suite),
          all.map((outcome) => scenarioRow(outcome, places.get(outcome), plan.strict)),
        ),
      ),
      element(
        'button',
        { id: 'more', type: 'button', class: 'screen', hidden: true },
        'Show the others',
      ),
      element('p', { id: 'none', hidden: true }, `No ${noun} is like that.`),
      coverageTable(result),
    ),
  ];
  const title = `${verdictSigns[how].symbol} ${result.counts.fail} fail, ${result.counts.pass} pass: ${visible(plan.target)}`;
  return page({ title, body, script: runPageScript, style: runStyle, data: chunks });
}
