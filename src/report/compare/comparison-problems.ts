import { isSaid } from './change.ts';
import type { Comparison } from './comparison.ts';

/** The part of a comparison that its problems and warnings are found in. */
export type Sides = Pick<Comparison, 'servers' | 'rows' | 'baseline'>;

function ofRun({ name, run }: Sides['servers'][number]): readonly string[] {
  const why = [...run.problems, ...(run.interrupted ? ['it was interrupted'] : [])];
  const [first] = why;
  if (first === undefined) return [];
  const more = why.length > 1 ? `, and ${why.length - 1} more` : '';
  return [`The run of ${name} is not whole: ${first.replace(/\.$/, '')}${more}.`];
}

/** Whether there is a requirement of which both columns say something. */
function hasCommonGround({ rows }: Sides, one: number, other: number): boolean {
  return rows.some(({ cells }) =>
    [cells[one], cells[other]].every(
      (cell) => cell?.outcome !== undefined && isSaid(cell.outcome.verdict),
    ),
  );
}

/**
 * Why it cannot be said that nothing got worse, one raw sentence each: a run that is not whole, and
 * a column which says nothing of what the baseline, or any other column, says something of.
 */
export function comparisonProblems(sides: Sides): readonly string[] {
  const { servers, baseline } = sides;
  const columns = servers.map((_, index) => index);
  const strangers = columns.filter((one) => {
    if (one === baseline) return false;
    const others = baseline === undefined ? columns.filter((other) => other !== one) : [baseline];
    return !others.some((other) => hasCommonGround(sides, one, other));
  });
  const than = baseline === undefined ? 'any other' : (servers[baseline]?.name ?? '');
  return [
    ...servers.flatMap(ofRun),
    ...strangers.map(
      (one) =>
        `There is no requirement of which both ${servers[one]?.name} and ${than} say whether it is kept.`,
    ),
  ];
}
