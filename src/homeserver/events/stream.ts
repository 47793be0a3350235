/** The order of all events of a homeserver, and a bell for those who wait for the next. */
export interface Stream {
  /** The position of the newest event; 0 before the first. */
  readonly position: number;
  /** Takes the next position. */
  next(): number;
  /** Wakes all who wait. */
  ring(): void;
  /** Resolves at the next ring, when the time is over, or when the signal is aborted. */
  wait(milliseconds: number, gone: AbortSignal): Promise<void>;
}

/** A stream without events. */
export function emptyStream(): Stream {
  let position = 0;
  const waiting = new Set<() => void>();
  return {
    get position() {
      return position;
    },
    next: () => {
      position += 1;
      return position;
    },
    ring: () => {
      for (const wake of waiting) wake();
    },
    wait: (milliseconds, gone) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          gone.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        waiting.add(wake);
        gone.addEventListener('abort', wake);
      }),
  };
}
