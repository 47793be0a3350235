import type { Level } from '../model/requirement.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Violation, ViolationKind } from '../model/violation.ts';

/** A verdict and, where it is not a pass, one sentence why. */
export interface Decision {
  readonly verdict: Verdict;
  readonly reason: string;
  /** The kind of the violation that decided, where one did. */
  readonly kind?: ViolationKind;
}

/**
 * The verdict on what one try of a scenario saw. The first violation decides: of a MUST in an
 * operation under test it is `fail`; elsewhere `inconclusive`, as nothing that follows can be
 * trusted. A wrong header elsewhere casts no doubt on what follows and decides nothing; a SHOULD
 * that was not met is `advice` and gives way to anything graver.
 */
export function decide(transcript: Transcript): Decision {
  const { violations, stop } = transcript;
  const first = violations.find(isDecisive);
  if (first !== undefined) {
    const { kind, message } = first;
    return first.underTest
      ? { verdict: 'fail', reason: message, kind }
      : { verdict: 'inconclusive', reason: `before the point: ${message}`, kind };
  }
  if (stop !== undefined && stop.verdict !== 'unsupported') return stop;
  const advice = violations.find(({ level, underTest }) => underTest && isAdvice(level));
  if (advice !== undefined) {
    return { verdict: 'advice', reason: advice.message, kind: advice.kind };
  }
  if (stop !== undefined) return stop;
  if (transcript.checks === 0 || transcript.exchanges.length === 0) {
    return { verdict: 'error', reason: 'the scenario ended without having checked anything' };
  }
  return { verdict: 'pass', reason: '' };
}

function isDecisive({ underTest, level, kind }: Violation): boolean {
  return underTest ? level === 'MUST' : kind !== 'header';
}

function isAdvice(level: Level): boolean {
  return level === 'SHOULD';
}
