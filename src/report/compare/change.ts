import type { Outcome } from '../../model/outcome.ts';
import type { Verdict } from '../../model/verdict.ts';

/** Every change by its name, what needs somebody's eyes first. */
export const changes = [
  'regression',
  'foreseen',
  'weaker',
  'otherwise',
  'new-breach',
  'unsaid',
  'gone',
  'mended',
  'settled',
  'new',
  'same',
] as const;

/**
 * What became of a requirement since the baseline.
 *
 * - `regression`: it held, or was advice, and is broken now.
 * - `foreseen`: the same, and the run's own expectations say so: told, and no news.
 * - `weaker`: it held, and is advice now, in a run that is not strict.
 * - `otherwise`: broken before and now, but in another way.
 * - `new-breach`: broken now, and it was not asked before, or nothing could be said of it.
 * - `unsaid`: something was said of it, and nothing can be any more.
 * - `gone`: it is not asked any more.
 * - `mended`: it was broken, or advice, and is less so now.
 * - `settled`: it is not broken, and nothing could be said of it before.
 * - `new`: it was not asked before, and is not broken.
 */
export type Change = (typeof changes)[number];

/** How bad what was said is; `undefined` where nothing was. */
const weight = {
  pass: 0,
  advice: 1,
  fail: 2,
  inconclusive: undefined,
  unsupported: undefined,
  error: undefined,
} as const satisfies Record<Verdict, number | undefined>;

/** Whether a verdict says that a requirement is not kept, be it a MUST or a SHOULD. */
export function isBreach(verdict: Verdict): boolean {
  return (weight[verdict] ?? 0) > 0;
}

/** Whether a verdict says anything of the requirement. */
export function isSaid(verdict: Verdict): boolean {
  return weight[verdict] !== undefined;
}

/**
 * What became of a requirement.
 * @param isStrict whether a SHOULD that is not met fails in the later run
 * @returns none where neither run asked it
 */
export function changeOf(
  before: Outcome | undefined,
  now: Outcome | undefined,
  isStrict: boolean,
): Change | undefined {
  if (now === undefined) return before === undefined ? undefined : 'gone';
  const { verdict } = now;
  const isBroken = verdict === 'fail' || (verdict === 'advice' && isStrict);
  if (before === undefined) return isBroken ? 'new-breach' : 'new';
  const [was, is] = [weight[before.verdict], weight[verdict]];
  if (was === undefined) return is === undefined ? 'same' : isBroken ? 'new-breach' : 'settled';
  if (is === undefined) return 'unsaid';
  if (is < was) return 'mended';
  if (is === was) return is > 0 && isOtherKind(before, now) ? 'otherwise' : 'same';
  if (now.expectation?.met === 'expected') return 'foreseen';
  return isBroken ? 'regression' : 'weaker';
}

function isOtherKind({ kind: was }: Outcome, { kind: is }: Outcome): boolean {
  return was !== undefined && is !== undefined && was !== is;
}
