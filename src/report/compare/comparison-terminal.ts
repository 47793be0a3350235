import { verdicts } from '../../model/verdict.ts';
import { type Paint, paint as painter } from '../paint.ts';
import { sectionUrl } from '../section-url.ts';
import type { Look } from '../terminal.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { visible } from '../visible.ts';
import { indented } from '../wrap.ts';
import { isBreach } from './change.ts';
import { chapterGroups } from './chapter-groups.ts';
import type { ComparedRow, Comparison } from './comparison.ts';
import { type Chapter, comparisonChapters } from './comparison-chapters.ts';
import { comparisonSentence, judgementSentence } from './comparison-sentence.ts';

/** More of a chapter is counted; every other report has them all. */
const shownOfAChapter = 20;

function counts({ servers }: Comparison, paint: Paint): string {
  return servers
    .map(({ name, run }) => {
      const told = verdicts
        .filter((verdict) => run.counts[verdict] > 0)
        .map((verdict) => {
          const { colour, symbol } = verdictSigns[verdict];
          return paint(colour, `${symbol} ${run.counts[verdict]} ${verdict}`);
        });
      const made = `checker ${run.checker.version}, ${run.startedAt.slice(0, 10)}`;
      return `  ${paint('bold', visible(name, 60))} (${visible(made, 60)})\n    ${told.join(' · ')}`;
    })
    .join('\n');
}

function entry(row: ComparedRow, { columns }: Chapter, of: Comparison, width: number): string {
  const { servers, baseline } = of;
  const told = columns.flatMap((column) => {
    const outcome = row.cells[column]?.outcome;
    if (outcome === undefined || (columns.length > 1 && !isBreach(outcome.verdict))) return [];
    const before = baseline === undefined ? undefined : row.cells[baseline]?.outcome?.verdict;
    const was = before === undefined || column === baseline ? '' : ` (was ${before})`;
    const name = columns.length > 1 ? `${visible(servers[column]?.name ?? '', 40)}: ` : '';
    const why = outcome.reason === '' ? '' : `: ${visible(outcome.reason, 300)}`;
    return [indented('      ', `${name}${outcome.verdict}${was}${why}`, width)];
  });
  const isAlike = row.isBrokenAlike && columns.length > 1;
  return [
    indented('    ', visible(row.title, 200), width),
    `      ${visible(row.id, 150)} · ${row.level} · ${sectionUrl(visible(row.section, 200))}`,
    ...told,
    ...(isAlike ? ['      all break it in the same way'] : []),
  ].join('\n');
}

function chapterText(chapter: Chapter, of: Comparison, paint: Paint, width: number): string {
  const { title, note, rows } = chapter;
  const head = [
    paint('bold', `${visible(title, 100)} (${rows.length})`),
    indented('  ', note, width),
  ];
  if (chapter.isBrief) return [...head, ...groups(chapter, width)].join('\n');
  const more = rows.length - shownOfAChapter;
  return [
    ...head,
    ...rows.slice(0, shownOfAChapter).map((row) => entry(row, chapter, of, width)),
    ...(more > 0 ? [`    and ${more} more: --report html, markdown or json has them all`] : []),
  ].join('\n');
}

/** Those of one reason as one paragraph. */
function groups(chapter: Chapter, width: number): readonly string[] {
  const all = chapterGroups(chapter);
  const told = all.slice(0, shownOfAChapter).map(({ verdict, reason, rows }) => {
    const some = rows.slice(0, shownOfAChapter).map(({ id }) => visible(id, 150));
    const more = rows.length > some.length ? [`and ${rows.length - some.length} more`] : [];
    const why = reason === '' ? '' : `: ${visible(reason, 300)}`;
    return [
      indented('    ', `${rows.length} ${verdict}${why}`, width),
      indented('      ', [...some, ...more].join(' '), width),
    ].join('\n');
  });
  return all.length > told.length ? [...told, `    and ${all.length - told.length} more`] : told;
}

/** The comparison for a reader at a terminal; every foreign text is shown and never obeyed. */
export function comparisonTerminal(comparison: Comparison, look: Look): string {
  const paint = painter(look.color);
  const width = Math.max(40, look.width);
  const colour = (['green', 'red', 'yellow'] as const)[comparison.exitCode];
  const notices = [...comparison.problems, ...comparison.warnings];
  const chapters = comparisonChapters(comparison);
  const say = (text: string) => indented('', visible(text, 600), width);
  return `${[
    counts(comparison, paint),
    notices.map((text) => indented('  ! ', visible(text, 400), width)).join('\n'),
    ...chapters.map((chapter) => chapterText(chapter, comparison, paint, width)),
    [
      ...say(comparisonSentence(comparison))
        .split('\n')
        .map((line) => paint(colour, line)),
      say(judgementSentence(comparison)),
    ].join('\n'),
  ]
    .filter((section) => section !== '')
    .join('\n\n')}\n`;
}
