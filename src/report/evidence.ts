import type { Exchange } from '../model/exchange.ts';
import type { Outcome, Try } from '../model/outcome.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Violation } from '../model/violation.ts';

/** What shows why an outcome is what it is. */
export interface Evidence {
  readonly try?: Try;
  readonly violation?: Violation;
  /** The violations beside the one that decided. */
  readonly others: readonly Violation[];
  readonly exchange?: Exchange;
}

/** The try that gave the verdict; of an intermittent pass the first one that did not pass. */
function decisiveTry(outcome: Outcome): Try | undefined {
  const { tries, verdict } = outcome;
  if (verdict === 'pass') return tries.find((one) => one.verdict !== 'pass') ?? tries.at(-1);
  return tries.findLast((one) => one.verdict === verdict) ?? tries.at(-1);
}

/** Whether a violation can be what a verdict stands on; an error and a lack stand on none. */
const decides = {
  fail: ({ underTest, level }) => underTest && level === 'MUST',
  advice: ({ underTest, level }) => underTest && level !== 'MUST',
  inconclusive: ({ underTest }) => !underTest,
  error: () => false,
  unsupported: () => false,
  pass: () => false,
} as const satisfies Record<Verdict, (violation: Violation) => boolean>;

/** Finds the try, the violation and the exchange that an outcome stands on. */
export function evidence(outcome: Outcome): Evidence {
  const shown = decisiveTry(outcome);
  if (shown === undefined) return { others: [] };
  const violation = shown.violations.find(decides[shown.verdict]);
  const pointed = violation?.exchange ?? -1;
  const exchange = shown.exchanges.at(pointed) ?? shown.exchanges.findLast((one) => one !== null);
  return {
    try: shown,
    others: shown.violations.filter((one) => one !== violation),
    ...(violation === undefined ? {} : { violation }),
    ...(exchange === undefined ? {} : { exchange }),
  };
}
