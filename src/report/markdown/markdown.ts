import type { Outcome } from '../../model/outcome.ts';
import type { RunResult } from '../../model/run-result.ts';
import { standing } from '../../model/standing.ts';
import { verdicts } from '../../model/verdict.ts';
import { conclusion } from '../conclusion.ts';
import { grouped } from '../grouped.ts';
import { plural } from '../plural.ts';
import { seconds } from '../seconds.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { markdownFinding, markdownLine } from './markdown-finding.ts';
import { markdownSections } from './markdown-sections.ts';
import { codeSpan, markdownText } from './markdown-text.ts';

/** The longest comment that GitHub takes, in UTF-16 units. */
const longest = 65_536;

/** How many suites the table has rows for. */
const mostSuites = 50;

function row(name: string, outcomes: readonly Outcome[], strict: boolean): string {
  const counts = verdicts.map((which) => outcomes.filter((one) => one.verdict === which).length);
  const known = outcomes.filter((one) => standing(one, strict) === 'known').length;
  return `| ${[name, ...counts, known, outcomes.length].join(' | ')} |`;
}

function table({ outcomes, plan, noun = 'scenario' }: RunResult): string {
  const suites = grouped(outcomes, ({ suite }) => suite);
  const names = verdicts.map(
    (verdict) => `${markdownText(verdictSigns[verdict].symbol)} ${verdict}`,
  );
  const more = suites.size - mostSuites;
  return [
    `| suite | ${names.join(' | ')} | as expected | ${noun}s |`,
    `|---|${'---:|'.repeat(verdicts.length + 2)}`,
    ...[...suites]
      .slice(0, mostSuites)
      .map(([suite, mine]) => row(markdownText(suite, 100), mine, plan.strict)),
    row(more > 0 ? `**all**, ${more} suites more` : '**all**', outcomes, plan.strict),
  ].join('\n');
}

/**
 * The run as Markdown, for a job's summary or a comment: the conclusion, the counts by suite, what
 * stands against the homeserver, what could not be told, and what is known. It is never longer than
 * a comment of GitHub may be. A text of the homeserver stands in code: it mentions nobody, links to
 * nothing and ends nothing.
 */
export function markdown(result: RunResult): string {
  const { checker, plan, server, problems, interrupted } = result;
  const head = [
    `## ${checker.name} ${checker.version}`,
    `${codeSpan(plan.target, 200)} ${markdownText(conclusion(result), 1000)}`,
    table(result),
    `Server ${codeSpan(server.software, 200)}, specification ${codeSpan(plan.specification, 200)}, ` +
      `${plural(result.exchanges, 'request')}, ${seconds(result.durationMs)}.`,
  ].join('\n\n');
  const isOf = (...which: readonly string[]) =>
    result.outcomes.filter((one) => which.includes(standing(one, plan.strict)));
  const lines = (outcomes: readonly Outcome[]) =>
    outcomes.map((outcome) => ({ short: markdownLine(outcome) }));
  const against = isOf('against');
  const silent = isOf('silent');
  const troubles = interrupted ? [...problems, 'the run was interrupted'] : problems;
  const groups = [
    ['Problems', troubles.map((text) => ({ short: `- ${codeSpan(text, 600)}` }))],
    ['Against the homeserver', against.map(markdownFinding)],
    ['What could not be said', lines(isOf('unclear'))],
    ['As expected', lines(isOf('known'))],
    ['Advice', lines(silent.filter(({ verdict }) => verdict === 'advice'))],
    ['Unsupported', lines(silent.filter(({ verdict }) => verdict !== 'advice'))],
  ] as const;
  const sections = groups.map(([name, items]) => ({
    heading: `## ${name} (${items.length})`,
    items,
  }));
  const body = markdownSections(sections, longest - head.length - 3);
  return `${head}${body === '' ? '' : `\n\n${body}`}\n`;
}
