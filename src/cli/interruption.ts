/** What may end a run early. */
export interface Interruption {
  /** Aborted by the first Ctrl-C, a termination, or a crash. */
  readonly signal: AbortSignal;
  /** The sentence for a crash of the program itself, where there was one. */
  readonly crash: () => string | undefined;
  /** Leaves the process as it was. */
  readonly end: () => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Has the first Ctrl-C end the run in good order, with its reports; the second ends it at once. */
export function watchForInterruption(
  told = 'Interrupted: writing the reports. Once more ends it at once.',
): Interruption {
  const controller = new AbortController();
  let crash: string | undefined;
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(2);
    // First: who shows something on the terminal takes it away.
    controller.abort();
    process.stderr.write(`\n${told}\n`);
  };
  const onCrash = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    crash ??= `matrix-conformance itself went wrong: ${message}`;
    controller.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  process.on('uncaughtException', onCrash);
  process.on('unhandledRejection', onCrash);
  return {
    signal: controller.signal,
    crash: () => crash,
    end() {
      for (const signal of signals) process.off(signal, onSignal);
      process.off('uncaughtException', onCrash);
      process.off('unhandledRejection', onCrash);
    },
  };
}
