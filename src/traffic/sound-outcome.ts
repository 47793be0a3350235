import type { Outcome, Try } from '../model/outcome.ts';
import type { OperationTraffic, TrafficFinding } from '../model/traffic.ts';
import { sectionOf } from './section-of.ts';

/** An operation whose answers are as documented, as an outcome that passes. */
export function soundOutcome(
  traffic: OperationTraffic,
  information: readonly TrafficFinding[],
): Outcome {
  const { operation, answers, api } = traffic;
  const judged = answers.filter((answer) => answer.judged > 0);
  const exchanges = judged.map(({ first }) => first);
  const seen = judged.map(({ status, judged }) => `${judged} × ${status}`).join(', ');
  const notes = information
    .filter((one) => one.operation === operation)
    .map(({ status, message, count }) => `${status}: ${message} (${count} times)`);
  const durationMs = exchanges[0]?.durationMs ?? 0;
  const told: Try = {
    ...{ verdict: 'pass', reason: '', durationMs, exchanges, violations: [] },
    checks: judged.reduce((sum, one) => sum + one.judged, 0),
    notes: [`answers: ${seen}`, ...notes],
  };
  return {
    id: `${operation}/as-documented`,
    ...{ level: 'MUST', verdict: 'pass', reason: '' },
    title: `The answers of ${operation} are as its document says`,
    section: sectionOf(traffic, api),
    ...{ rows: [], suite: operation, intermittent: false, tries: [told], durationMs },
  };
}

/** Whether any answer of an operation was held against its document. */
export function isJudged({ answers }: OperationTraffic): boolean {
  return answers.some(({ judged }) => judged > 0);
}
