import type { Outcome } from '../model/outcome.ts';
import type { RunEvent } from '../model/run-event.ts';
import { isUnmet } from '../model/standing.ts';
import type { Paint } from './paint.ts';
import { plural } from './plural.ts';
import type { ProgressState } from './progress-state.ts';
import { seconds } from './seconds.ts';
import { verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';

/** From this many milliseconds a silent wait looks like a hang in a log. */
const worthALine = 5000;

function outcomeLine(outcome: Outcome, paint: Paint): string {
  const { verdict, id, reason, intermittent, durationMs } = outcome;
  const { colour, symbol } = verdictSigns[verdict];
  const word = paint(colour, `${symbol} ${verdict.padEnd(12)}`);
  const why = reason === '' ? '' : `: ${visible(reason, 200)}`;
  const unstable = intermittent ? ', intermittent' : '';
  const known = knownAs(outcome);
  return `${word} ${visible(id)} (${seconds(durationMs)}${unstable}${known})${why}\n`;
}

/** Whether it is as it was expected, where anything was. */
function knownAs({ expectation }: Outcome): string {
  if (expectation?.met === 'expected') return ', expected';
  return isUnmet(expectation) ? ', not as expected' : '';
}

function isPlainPass({ verdict, intermittent, expectation }: Outcome): boolean {
  return verdict === 'pass' && !intermittent && expectation?.met !== 'unexpected-pass';
}

/** The waits in sum, whenever they have doubled: a line for each would be a log of nothing else. */
function waitLine({ waits }: ProgressState, before: ProgressState): string {
  const step = (ms: number) => Math.floor(Math.log2(Math.max(ms, 1) / worthALine));
  if (waits.ms < worthALine || step(waits.ms) === Math.max(step(before.waits.ms), -1)) return '';
  const all = `${plural(waits.count, 'wait')}, ${seconds(waits.ms)} of all scenarios together`;
  return `the homeserver limits its rate: so far ${all}\n`;
}

/** Where an event stands: how far the run was before it and is after it. */
export interface Moment {
  readonly before: ProgressState;
  readonly after: ProgressState;
  /** Whether a frame tells the rest; in a log each line has to. */
  readonly isTerminal: boolean;
  readonly paint: Paint;
}

/** The lines that an event leaves behind for good. */
export function lastingLines(
  event: RunEvent,
  { before, after, isTerminal, paint }: Moment,
): string {
  switch (event.type) {
    case 'run-started': {
      const what = plural(event.scenarios, 'scenario');
      return `${what} against ${visible(event.plan.target)} (${visible(event.server.software)})\n`;
    }
    case 'rate-limited':
      return isTerminal ? '' : waitLine(after, before);
    case 'scenario-finished': {
      const line = outcomeLine(event.outcome, paint);
      if (!isTerminal) return `[${after.finished}/${after.planned}] ${line}`;
      return isPlainPass(event.outcome) ? '' : line;
    }
    case 'waiting':
    case 'scenario-started':
    case 'run-finished':
      return '';
  }
}
