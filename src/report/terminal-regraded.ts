import type { Change, ChangeKind, Grade } from '../model/regraded.ts';
import type { RunResult } from '../model/run-result.ts';
import { plural } from './plural.ts';
import { visible } from './visible.ts';
import { indented } from './wrap.ts';

/** So many scenarios that could not be graded again are named; the JSON report has them all. */
const named = 10;

const headings = {
  verdict: 'another verdict',
  reason: 'the same verdict for another reason',
  kept: 'not graded again, the old verdict stands',
  new: 'not in the recording',
  gone: 'no scenario any more',
} as const satisfies Record<ChangeKind, string>;

/** What is not as it was recorded, for a run that was graded again; empty for any other. */
export function terminalRegraded(result: RunResult, width: number): string {
  const { regraded } = result;
  if (regraded === undefined) return '';
  const kinds = Object.keys(headings) as ChangeKind[];
  const { at, from, scenarios, changes } = regraded;
  const recorded = `recorded ${visible(at, 40)} by version ${visible(from, 40)}`;
  const count = `${plural(scenarios, 'scenario')} graded again`;
  return [
    indented('', `what changed: ${recorded}, ${count}${differing(result)}`, width),
    ...(changes.length === 0 ? ['  nothing: every verdict and every reason is the same'] : []),
    ...kinds.flatMap((kind) => {
      const all = changes.filter((one) => one.kind === kind);
      const shown = all.slice(0, kind === 'verdict' ? all.length : named);
      const more = all.length - shown.length;
      return [
        ...(all.length === 0 ? [] : [`  ${headings[kind]}: ${all.length}`]),
        ...shown.map((change) => told(change, width)),
        ...(more === 0 ? [] : [`    and ${more} more: --report json=PATH has them all`]),
      ];
    }),
  ].join('\n');
}

function told({ id, before, after, why, kind }: Change, width: number): string {
  const grades = kind === 'verdict' ? ` ${arrow(before, after)}` : '';
  return indented('    ', `${visible(id, 200)}${grades}: ${visible(why, 300)}`, width);
}

function arrow(before: Grade | undefined, after: Grade | undefined): string {
  return `${before?.verdict ?? 'nothing'} → ${after?.verdict ?? 'nothing'}`;
}

/** What the grading of then and of now differ in. */
function differing({ checker, plan, regraded }: RunResult): string {
  if (regraded === undefined) return '';
  const { from, specification, strict } = regraded;
  const parts = [
    ...(from === checker.version ? [] : [`the checker is ${checker.version} now`]),
    ...(specification === plan.specification
      ? []
      : [`held against ${visible(plan.specification)} instead of ${visible(specification)}`]),
    ...(strict === plan.strict
      ? []
      : [`a SHOULD ${plan.strict ? 'counts now' : 'does not count'}`]),
  ];
  return parts.length === 0 ? '' : `; ${parts.join('; ')}`;
}
