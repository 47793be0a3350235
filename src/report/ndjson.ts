import type { Outcome } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import { eventLine } from './event-line.ts';

/** In ms since 1970: what a Date can hold. */
const latest = 8.64e15;

/** A recording that was graded again may say anything for a time: what makes none stays as it is. */
function later(time: string, milliseconds: number): string {
  const at = Date.parse(time) + milliseconds;
  return Math.abs(at) <= latest ? new Date(at).toISOString() : time;
}

/** When its last answer came; when the run began, where there was none. */
function endOf({ tries }: Outcome, startedAt: string): string {
  const last = tries.at(-1)?.exchanges.findLast((one) => one !== null);
  return last === undefined ? startedAt : later(last.startedAt, last.durationMs);
}

/**
 * A run that is over as the events that it told, one a line: when it began, what each scenario came
 * to, and the result. What only a run under way tells, such as a wait, is not among them.
 */
export function ndjson(result: RunResult): string {
  const { plan, server, outcomes, startedAt, durationMs } = result;
  const scenarios = outcomes.length;
  return [
    ...(scenarios === 0
      ? []
      : [eventLine({ type: 'run-started', plan, server, scenarios }, startedAt)]),
    ...outcomes.map((outcome) =>
      eventLine({ type: 'scenario-finished', outcome }, endOf(outcome, startedAt)),
    ),
    eventLine({ type: 'run-finished', result }, later(startedAt, durationMs)),
  ].join('');
}
