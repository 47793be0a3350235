import { verdicts } from '../../model/verdict.ts';
import { evidence } from '../evidence.ts';
import { codeCell, codeSpan, markdownLink, markdownText } from '../markdown/markdown-text.ts';
import { sectionUrl } from '../section-url.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { withoutIndividuals } from '../without-individuals.ts';
import { isBreach } from './change.ts';
import { type ChapterGroup, chapterGroups } from './chapter-groups.ts';
import type { ComparedRow, Comparison } from './comparison.ts';
import { type Chapter, comparisonChapters } from './comparison-chapters.ts';
import { comparisonSentence, judgementSentence } from './comparison-sentence.ts';

/** In UTF-16 units, of the last lines: they name the chapters that there is no room for. */
const reserve = 1500;

/** In UTF-16 units, without the last lines. GitHub refuses a comment over 65,536. */
const longest = 65_500 - reserve;

function counts({ servers, baseline }: Comparison): readonly string[] {
  const base = baseline === undefined ? undefined : servers[baseline]?.run.counts;
  const names = servers.map(({ name }) => codeCell(name, 60));
  const lines = verdicts.map((verdict) => {
    const cells = servers.map(({ run }, column) => {
      const count = run.counts[verdict];
      const difference = base === undefined || column === baseline ? 0 : count - base[verdict];
      if (difference === 0) return String(count);
      return `${count} (${difference > 0 ? '+' : '−'}${Math.abs(difference)})`;
    });
    return `| ${verdictSigns[verdict].symbol} ${verdict} | ${cells.join(' | ')} |`;
  });
  const madeBy = servers.map(({ run }) =>
    codeCell(`${run.checker.version}, ${run.startedAt.slice(0, 10)}`, 40),
  );
  return [
    `| | ${names.join(' | ')} |`,
    `|---|${servers.map(() => '--:|').join('')}`,
    ...lines,
    `| checker, day | ${madeBy.join(' | ')} |`,
  ];
}

function link({ id, section, level }: ComparedRow): string {
  return `${codeSpan(id, 120)}, ${level}, ${markdownLink('section', sectionUrl(section))}`;
}

function entry(row: ComparedRow, { columns }: Chapter, { servers, baseline }: Comparison): string {
  const alike = row.isKeptByNone && row.isBrokenAlike && columns.length > 1;
  const told = columns.flatMap((column) => {
    const outcome = row.cells[column]?.outcome;
    if (outcome === undefined || (columns.length > 1 && !isBreach(outcome.verdict))) return [];
    const before = baseline === undefined ? undefined : row.cells[baseline]?.outcome?.verdict;
    const was = before === undefined || column === baseline ? '' : `, was ${before}`;
    const name = columns.length > 1 ? `${codeSpan(servers[column]?.name ?? '', 60)}: ` : '';
    const { violation } = evidence(outcome);
    const why = outcome.reason === '' ? '' : `: ${codeSpan(outcome.reason)}`;
    const isTold =
      violation !== undefined &&
      !withoutIndividuals(outcome.reason).includes(withoutIndividuals(violation.actual));
    const got = isTold
      ? `; expected ${codeSpan(violation.expected, 120)}, got ${codeSpan(violation.actual, 120)}`
      : '';
    return [`  - ${name}${outcome.verdict}${was}${why}${got}`];
  });
  const way = alike ? ' **All break it in the same way.**' : '';
  return [`- **${markdownText(row.title, 200)}** (${link(row)})${way}`, ...told].join('\n');
}

/** Those of one reason in one line. */
function group({ verdict, reason, rows }: ChapterGroup): string {
  const why = reason === '' ? '' : `: ${codeSpan(reason)}`;
  const some = rows.slice(0, 50).map(({ id }) => codeSpan(id, 120));
  const more = rows.length > some.length ? ` and ${rows.length - some.length} more` : '';
  return `- ${rows.length} ${verdict}${why}\n  - ${some.join(', ')}${more}`;
}

/** The entries that there is room for, and how many are left out. */
function fitting(chapter: Chapter, comparison: Comparison, room: number): string {
  const heading = `### ${markdownText(chapter.title, 200)} (${chapter.rows.length})\n\n${markdownText(chapter.note, 400)}\n`;
  const kept: string[] = [];
  let left = room - heading.length - 100;
  let more = chapter.rows.length;
  const entries = chapter.isBrief
    ? chapterGroups(chapter).map((one) => ({ write: () => group(one), count: one.rows.length }))
    : chapter.rows.map((row) => ({ write: () => entry(row, chapter, comparison), count: 1 }));
  for (const { write, count } of entries) {
    const text = write();
    left -= text.length + 1;
    if (left < 0) break;
    kept.push(text);
    more -= count;
  }
  const rest = more === 0 ? [] : [`- … and ${more} more, left out for their length`];
  return [heading, ...kept, ...rest].join('\n');
}

/** A list of sentences that stands out. */
function notices(of: readonly string[], word: string): readonly string[] {
  return fitted(
    of.map((text) => `> **${word}:** ${markdownText(text, 400)}\n`),
    12_000,
    (more) => `> **${word}:** ${more} more\n`,
  );
}

/** The first lines, as many as there is room for, and how many more there are. */
function fitted(
  lines: readonly string[],
  room: number,
  others: (more: number) => string,
): readonly string[] {
  let left = room;
  const over = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return over < 0 ? lines : [...lines.slice(0, over), others(lines.length - over)];
}

/**
 * The comparison for a pull request: counts, then regressions, what cannot be said, what was mended,
 * what is new. Bounded to what a comment may hold; foreign text makes no mention, link or markup.
 */
export function comparisonMarkdown(comparison: Comparison): string {
  const head = [
    `## ${markdownText(comparisonSentence(comparison), 600)}`,
    '',
    markdownText(judgementSentence(comparison), 300),
    '',
    ...notices(comparison.problems, 'Cannot say'),
    ...notices(comparison.warnings, 'Careful'),
    ...counts(comparison),
    '',
  ].join('\n');
  let text = head;
  const left: string[] = [];
  for (const chapter of comparisonChapters(comparison)) {
    const room = longest - text.length;
    if (room >= 600) text += `\n${fitting(chapter, comparison, room)}\n`;
    else left.push(`\n${markdownText(chapter.title, 100)}: ${chapter.rows.length}, left out`);
  }
  const others = fitted(left, reserve - 100, (more) => `\n… and ${more} chapters more, left out`);
  return others.length === 0 ? text : `${text}${others.join('\n')}\n`;
}
