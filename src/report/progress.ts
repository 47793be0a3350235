import type { Outcome } from '../model/outcome.ts';
import type { RunEvent } from '../model/run-event.ts';
import { isUnmet } from '../model/standing.ts';
import { type Paint, paint as painter } from './paint.ts';
import { plural } from './plural.ts';
import { advance, notStarted, type ProgressState } from './progress-state.ts';
import { progressStatus } from './progress-status.ts';
import { seconds } from './seconds.ts';
import type { Look } from './terminal.ts';
import { verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';

/** How live progress is to look; `isTerminal` where a line can be rewritten. */
export interface ProgressLook extends Look {
  readonly isTerminal: boolean;
}

/** From this many milliseconds a silent wait looks like a hang in a log. */
const worthALine = 5000;

/** To the line's start, and what stands there away: cursor control, no colour. */
const rewrite = '\r\u001b[2K';

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

/** The lines that an event leaves behind for good. */
function lines(event: RunEvent, state: ProgressState, look: ProgressLook, paint: Paint): string {
  if (event.type === 'run-started') {
    const what = plural(event.scenarios, 'scenario');
    return `${what} against ${visible(event.plan.target)} (${visible(event.server.software)})\n`;
  }
  if (event.type === 'rate-limited' && !look.isTerminal && event.waitMs >= worthALine) {
    return `${visible(event.id)} waits ${seconds(event.waitMs)} for the rate limit\n`;
  }
  if (event.type !== 'scenario-finished') return '';
  const line = outcomeLine(event.outcome, paint);
  if (!look.isTerminal) return `[${state.finished}/${state.planned}] ${line}`;
  return isPlainPass(event.outcome) ? '' : line;
}

/**
 * Live progress: a function that takes each event of a run, and gives the text to be written.
 *
 * On a terminal that is one line which rewrites itself, and a lasting line for each outcome that is
 * not a plain pass. Elsewhere it is one plain line for each scenario, without any escape sequence.
 */
export function startProgress(look: ProgressLook): (event: RunEvent) => string {
  const paint = painter(look.color && look.isTerminal);
  // One column is left free: in the last one many terminals break the line.
  const width = Math.max(20, look.width) - 1;
  let state = notStarted;
  return (event) => {
    state = advance(state, event);
    const lasting = lines(event, state, look, paint);
    if (!look.isTerminal) return lasting;
    const isOver = event.type === 'run-finished';
    return `${rewrite}${lasting}${isOver ? '' : progressStatus(state, paint, width)}`;
  };
}
