import type { RunEvent } from '../model/run-event.ts';
import { lastingLines } from './lasting-lines.ts';
import { paint as painter } from './paint.ts';
import { advance, notStarted } from './progress-state.ts';
import { progressStatus } from './progress-status.ts';
import type { Look } from './terminal.ts';
import { waitingLine, waitingNote } from './waiting-line.ts';

/** How live progress is to look; `isTerminal` where a line can be rewritten. */
export interface ProgressLook extends Look {
  readonly isTerminal: boolean;
}

/** To the line's start, and what stands there away: cursor control, no colour. */
const rewrite = '\r\u001b[2K';

/**
 * Live progress: a function that takes each event of a run, and gives the text to be written.
 *
 * On a terminal that is one line which rewrites itself, and a lasting line for each outcome that is
 * not a plain pass. Elsewhere it is one plain line for each scenario, without any escape sequence.
 */
export function startProgress(look: ProgressLook): (event: RunEvent) => string {
  const { isTerminal } = look;
  const paint = painter(look.color && isTerminal);
  // One column is left free: in the last one many terminals break the line.
  const width = Math.max(20, look.width) - 1;
  let state = notStarted;
  let isWaiting = false;
  return (event) => {
    if (event.type === 'waiting') {
      const isFirst = !isWaiting;
      isWaiting = true;
      if (isTerminal) return `${rewrite}${waitingLine(event, width)}`;
      return isFirst ? waitingNote(event) : '';
    }
    const before = state;
    state = advance(state, event);
    const lasting = lastingLines(event, { before, after: state, isTerminal, paint });
    if (!isTerminal) return lasting;
    const isOver = event.type === 'run-finished';
    return `${rewrite}${lasting}${isOver ? '' : progressStatus(state, paint, width)}`;
  };
}
