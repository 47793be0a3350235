import type { Verdict } from '../../model/verdict.ts';
import { grouped } from '../grouped.ts';
import { withoutIndividuals } from '../without-individuals.ts';
import type { ComparedRow } from './comparison.ts';
import type { Chapter } from './comparison-chapters.ts';

/** Requirements of one chapter that came to the same for the same reason. */
export interface ChapterGroup {
  readonly verdict: Verdict;
  /** Of the first of them; raw. */
  readonly reason: string;
  readonly rows: readonly ComparedRow[];
}

const nothing = { verdict: 'pass', reason: '' } as const;

/** The rows of a chapter of one column by verdict and reason, the largest group first. */
export function chapterGroups({ rows, columns: [column = 0] }: Chapter): readonly ChapterGroup[] {
  const of = (row: ComparedRow) => row.cells[column]?.outcome ?? nothing;
  const groups = grouped(rows, (row) => `${of(row).verdict} ${withoutIndividuals(of(row).reason)}`);
  return [...groups.values()]
    .map((all) => ({ verdict: of(all[0]).verdict, reason: of(all[0]).reason, rows: all }))
    .toSorted((a, b) => b.rows.length - a.rows.length);
}
