import { plural } from '../plural.ts';
import type { ComparedServer, Comparison } from './comparison.ts';

function since({ name, changes }: ComparedServer, baseline: string): string {
  const count = changes ?? {
    regression: 0,
    mended: 0,
    unsaid: 0,
    'new-breach': 0,
    foreseen: 0,
    gone: 0,
  };
  const others = [
    [count.foreseen, 'broken as expected'],
    [count['new-breach'], 'broken and not judged before'],
    [count.unsaid, 'that cannot be said any more'],
    [count.gone, 'not asked any more'],
    [count.mended, 'mended'],
  ] as const;
  const told = others.filter(([many]) => many > 0).map(([many, what]) => `${many} ${what}`);
  const first = count.regression === 0 ? 'no regression' : plural(count.regression, 'regression');
  return `${name} since ${baseline}: ${[first, ...told].join(', ')}.`;
}

/** One or two sentences: what the comparison came to, by its exit code. Raw: names are in it. */
export function comparisonSentence(comparison: Comparison): string {
  const { servers, rows, baseline, exitCode } = comparison;
  const unsure = exitCode === 2 ? ' Whether anything got worse cannot be said.' : '';
  if (baseline !== undefined) {
    const name = servers[baseline]?.name ?? '';
    const judged = servers.filter(({ changes }) => changes !== undefined);
    return `${judged.map((one) => since(one, name)).join(' ')}${unsure}`;
  }
  const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length;
  const differ = count((row) => row.differs);
  const none = count((row) => row.isKeptByNone);
  const incomplete = exitCode === 2 ? ' Not every run is whole.' : '';
  return `${plural(rows.length, 'requirement')}, ${plural(servers.length, 'homeserver')}: they differ in ${differ}, and ${none} ${none === 1 ? 'is' : 'are'} kept by none.${incomplete}`;
}

/** Whether regressions are judged, and by what: a reader must not take silence for a verdict. */
export function judgementSentence({ servers, baseline }: Comparison): string {
  if (baseline !== undefined) return `Regressions are judged against ${servers[baseline]?.name}.`;
  return 'No regression is judged, as different homeservers stand side by side; --baseline NAME makes one the measure.';
}
