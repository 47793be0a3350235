import type { Verdict } from '../../model/verdict.ts';
import { withoutIndividuals } from './agreement.ts';
import type { ComparedRow } from './comparison.ts';
import type { Chapter } from './comparison-chapters.ts';

/** Requirements of one chapter that came to the same for the same reason. */
export interface ChapterGroup {
  readonly verdict: Verdict;
  /** Of the first of them; raw. */
  readonly reason: string;
  readonly rows: readonly ComparedRow[];
}

/** The rows of a chapter of one column by verdict and reason, the largest group first. */
export function chapterGroups({ rows, columns: [column = 0] }: Chapter): readonly ChapterGroup[] {
  const groups = new Map<string, ChapterGroup & { readonly rows: ComparedRow[] }>();
  for (const row of rows) {
    const { verdict = 'pass', reason = '' } = row.cells[column]?.outcome ?? {};
    const key = `${verdict} ${withoutIndividuals(reason)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { verdict, reason, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()].toSorted((a, b) => b.rows.length - a.rows.length);
}
