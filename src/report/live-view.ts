import type { RunEvent } from '../model/run-event.ts';
import { lastingLines } from './lasting-lines.ts';
import { liveFrame, type Size } from './live-frame.ts';
import { cursor, liveScreen } from './live-screen.ts';
import { paint as painter } from './paint.ts';
import { advance, notStarted } from './progress-state.ts';
import { timeLeft } from './time-left.ts';
import { waitingLine } from './waiting-line.ts';

/** What a terminal shows of a run that goes on. Time is the caller's, in ms from any beginning. */
export interface LiveView {
  /** Takes note of an event; it is shown by the next frame. */
  note(event: RunEvent, now: number): void;
  /** The text to be written now; empty where nothing has changed. */
  frame(now: number, size: Size): string;
  /** Takes the frame away, and leaves the lasting lines and the cursor. To be called once. */
  end(size: Size): string;
}

/**
 * A view for terminals: one line a suite, one of what is under way, and above them a lasting line for
 * each outcome that is not a plain pass.
 */
export function liveView({ color }: { readonly color: boolean }): LiveView {
  const paint = painter(color);
  const screen = liveScreen();
  const estimate = timeLeft();
  let state = notStarted;
  let startedAt = 0;
  let waiting: Extract<RunEvent, { type: 'waiting' }> | undefined;
  let lasting = '';
  let isHidden = false;
  const takeLasting = () => {
    const text = lasting;
    lasting = '';
    return text;
  };
  return {
    note(event, now) {
      if (event.type === 'run-started') startedAt = now;
      waiting = event.type === 'waiting' ? event : undefined;
      const before = state;
      state = advance(state, event);
      lasting += lastingLines(event, { before, after: state, isTerminal: true, paint });
    },
    frame(now, size) {
      if (waiting === undefined && state.planned === 0) return '';
      const left = estimate(now - startedAt, state.finished, state.planned);
      const lines =
        waiting === undefined
          ? liveFrame(state, paint, size, left)
          : [waitingLine(waiting, size.columns - 1)];
      const text = screen.draw(takeLasting(), lines, size.columns);
      if (isHidden || text === '') return text;
      isHidden = true;
      return `${cursor.hide}${text}`;
    },
    end({ columns }) {
      const text = screen.draw(takeLasting(), [], columns);
      return isHidden ? `${text}${cursor.show}` : text;
    },
  };
}
