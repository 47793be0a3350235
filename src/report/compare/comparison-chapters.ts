import type { Change } from './change.ts';
import type { ComparedRow, Comparison } from './comparison.ts';

/** Requirements that are told together. */
export interface Chapter {
  /** Raw: it may hold a homeserver's name. */
  readonly title: string;
  /** What it means, for somebody who has never seen one. */
  readonly note: string;
  readonly rows: readonly ComparedRow[];
  /** The columns that each row is told of. */
  readonly columns: readonly number[];
  /** Nobody has to act on each of them: they are told by their ids, those of one reason together. */
  readonly isBrief: boolean;
}

const brief: ReadonlySet<string> = new Set(['unsaid', 'gone', 'settled', 'new']);

const told = {
  regression: ['Regressions', 'They held in the baseline, and are broken now.'],
  foreseen: [
    'Broken now, as expected',
    'They held in the baseline; the expectations of the later run name them.',
  ],
  weaker: [
    'Advice that is no longer followed',
    'They held in the baseline; a SHOULD fails with --strict alone.',
  ],
  otherwise: [
    'Broken in another way',
    'They were broken in the baseline, too, and what decides is of another kind now.',
  ],
  'new-breach': [
    'Broken, and not judged before',
    'The baseline did not ask them, or could not say: no regression is known.',
  ],
  unsaid: [
    'Cannot be said any more',
    'The baseline could say whether they are kept; now something stands in the way.',
  ],
  gone: ['Not asked any more', 'The later run did not hold them.'],
  mended: ['Mended', 'They were broken in the baseline, and are less so now.'],
  settled: ['Can be said now', 'They are not broken, and the baseline could not say.'],
  new: ['New', 'The baseline did not ask them; they are not broken.'],
} as const satisfies Record<Exclude<Change, 'same'>, readonly [string, string]>;

function ofChanges({ servers, rows, baseline }: Comparison): readonly Chapter[] {
  if (baseline === undefined) return [];
  const judged = servers.flatMap(({ changes }, column) => (changes === undefined ? [] : [column]));
  return judged.flatMap((column) =>
    (Object.keys(told) as (keyof typeof told)[]).map((change) => {
      const [title, note] = told[change];
      const where = judged.length > 1 ? ` in ${servers[column]?.name}` : '';
      const changed = rows.filter(({ cells }) => cells[column]?.change === change);
      const columns = change === 'gone' ? [baseline] : [column];
      return {
        title: `${title}${where}`,
        note,
        rows: changed,
        columns,
        isBrief: brief.has(change),
      };
    }),
  );
}

/** Whether two homeservers or more are there that have nothing to do with each other. */
function isSurvey({ servers }: Comparison): boolean {
  return new Set(servers.map(({ software }) => software)).size > 1;
}

function ofHomeservers(comparison: Comparison): readonly Chapter[] {
  if (!isSurvey(comparison)) return [];
  const { servers, rows } = comparison;
  const columns = servers.map((_, index) => index);
  return [
    {
      title: 'Kept by none',
      note: 'Each homeserver that can be judged breaks them: they are all wrong, or the requirement is, or this project misreads it. Read the section first. The reference homeserver of matrix-conformance does not count here.',
      rows: rows.filter(({ isKeptByNone }) => isKeptByNone),
      columns,
      isBrief: false,
    },
    ...columns.map((column) => ({
      title: `Broken by ${servers[column]?.name} alone`,
      note: 'Another homeserver keeps them.',
      rows: rows.filter(({ brokenOnlyBy }) => brokenOnlyBy === column),
      columns: [column],
      isBrief: false,
    })),
  ];
}

/** What there is to tell of a comparison, what needs somebody's eyes first; no chapter is empty. */
export function comparisonChapters(comparison: Comparison): readonly Chapter[] {
  return [...ofChanges(comparison), ...ofHomeservers(comparison)].filter(
    ({ rows }) => rows.length > 0,
  );
}
