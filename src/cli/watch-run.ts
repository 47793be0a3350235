import type { RunEvent } from '../model/run-event.ts';
import type { Size } from '../report/live-frame.ts';
import { liveView } from '../report/live-view.ts';
import { startProgress } from '../report/progress.ts';
import { lookOf } from './look.ts';

/** Tells a run on a stream while it goes on. */
export interface Watch {
  readonly onEvent: (event: RunEvent) => void;
  /** Leaves the terminal as it was, with what lasts; may be called more than once. */
  readonly end: () => void;
}

/** Ten times a second: more is not seen, and costs the run. In ms. */
const frameMs = 100;

/** On a terminal a view that redraws itself, elsewhere plain lines. */
export function watchRun(out: NodeJS.WriteStream, signal: AbortSignal): Watch {
  const look = lookOf(out);
  if (!look.isTerminal) {
    const progress = startProgress(look);
    return { onEvent: (event) => out.write(progress(event)), end() {} };
  }
  const view = liveView(look);
  // A terminal that does not know its own size says 0.
  const size = (): Size => ({ columns: out.columns || 80, rows: out.rows || 24 });
  const draw = () => {
    const text = view.frame(performance.now(), size());
    if (text !== '') out.write(text);
  };
  const timer = setInterval(draw, frameMs);
  out.on('resize', draw);
  let hasEnded = false;
  const end = () => {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(timer);
    out.off('resize', draw);
    process.off('exit', end);
    signal.removeEventListener('abort', end);
    out.write(view.end(size()));
  };
  // Whatever ends the program, the cursor comes back.
  process.on('exit', end);
  signal.addEventListener('abort', end);
  return {
    onEvent(event) {
      if (hasEnded) return;
      view.note(event, performance.now());
      if (event.type === 'run-finished') end();
    },
    end,
  };
}
