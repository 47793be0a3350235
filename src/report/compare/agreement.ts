import type { Outcome } from '../../model/outcome.ts';
import { evidence } from '../evidence.ts';
import { withoutIndividuals } from '../without-individuals.ts';
import { isBreach } from './change.ts';

/** How the homeservers of one row compare with each other. */
export interface Agreement {
  /** They did not all come to the same verdict; one that was not asked does not count. */
  readonly differs: boolean;
  /** Two homeservers or more break it, and none keeps it: it may be the requirement that is wrong. */
  readonly isKeptByNone: boolean;
  /** And all of them in the same way. */
  readonly isBrokenAlike: boolean;
  /** The one column that breaks it, where another one keeps it. */
  readonly brokenOnlyBy?: number;
}

/** What an outcome came to, and whether it counts. */
export interface Voice {
  readonly outcome?: Outcome;
  /**
   * The reference homeserver of this project is shown, and does not count: who wrote it wrote the
   * requirements too, so that it keeps one proves nothing.
   */
  readonly isReference: boolean;
}

/** In which way it is broken, for comparing: what decided, without what is of one run alone. */
function wayOf(outcome: Outcome): string {
  const { violation } = evidence(outcome);
  const said = violation ?? { expected: '', actual: outcome.reason };
  return withoutIndividuals(JSON.stringify([outcome.kind, said.expected, said.actual]));
}

/** Compares what homeservers made of one requirement. */
export function agreementOf(voices: readonly Voice[]): Agreement {
  const verdicts = new Set(voices.flatMap(({ outcome }) => outcome?.verdict ?? []));
  const counted = voices.map(({ outcome, isReference }) => (isReference ? undefined : outcome));
  const broken = counted.flatMap((one) => (one !== undefined && isBreach(one.verdict) ? one : []));
  const isKept = counted.some((one) => one?.verdict === 'pass');
  const [only] = broken;
  const isAlone = only !== undefined && broken.length === 1 && isKept;
  const isKeptByNone = broken.length > 1 && !isKept;
  return {
    differs: verdicts.size > 1,
    isKeptByNone,
    isBrokenAlike: isKeptByNone && new Set(broken.map(wayOf)).size === 1,
    ...(isAlone ? { brokenOnlyBy: counted.indexOf(only) } : {}),
  };
}
