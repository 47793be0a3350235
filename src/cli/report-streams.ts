import { closeSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunEvent } from '../model/run-event.ts';
import type { RunResult } from '../model/run-result.ts';
import { makeFolder } from './make-folder.ts';
import { type ReportFile, unwritable } from './report-files.ts';

type Streamed = ReportFile<RunResult> & Required<Pick<ReportFile<RunResult>, 'stream'>>;

/** The reports that are written while a run goes on. */
export interface ReportStreams {
  /**
   * Writes what the event adds. In a file it is there before this returns, whatever ends the program
   * then; standard output is written as fast as it is read, and nobody waits for its reader.
   */
  readonly tell: (event: RunEvent) => void;
  /** The files that all could be written to. */
  readonly written: () => readonly string[];
  /** Of each that cannot be written, the sentence that says so: nothing is to be run then. */
  readonly unopened: readonly string[];
  readonly end: () => void;
}

function isStreamed(file: ReportFile<RunResult>): file is Streamed {
  return file.stream !== undefined;
}

/** The reports that are written when the run is over. */
export function withoutStreams(
  files: readonly ReportFile<RunResult>[],
): readonly ReportFile<RunResult>[] {
  return files.filter((file) => !isStreamed(file));
}

/**
 * Opens the reports that are written while the run goes on.
 *
 * Files are written synchronously: nothing piles up where a disk is slow, and a program that is
 * killed has lost nothing but the line under way.
 */
export async function openStreams(files: readonly ReportFile<RunResult>[]): Promise<ReportStreams> {
  const open = new Map<Streamed, number | undefined>();
  const unopened: string[] = [];
  for (const file of files.filter(isStreamed)) {
    try {
      open.set(file, file.path === '-' ? undefined : await openFile(file.path));
    } catch (error) {
      unopened.push(unwritable(file.path, error));
    }
  }
  const write = (event: RunEvent) => {
    const time = new Date().toISOString();
    for (const [file, handle] of open) {
      try {
        const text = file.stream(event, time);
        if (handle === undefined) process.stdout.write(text);
        else writeFileSync(handle, text);
      } catch (error) {
        // One sentence, and then no more of it: half a report is told as none.
        open.delete(file);
        process.stderr.write(`${unwritable(file.path, error)}\n`);
      }
    }
  };
  const told = new Set<string>();
  return {
    tell(event) {
      if (event.type === 'scenario-finished') told.add(event.outcome.id);
      if (event.type === 'run-finished') untold(event.result, told).forEach(write);
      write(event);
    },
    written: () => [...open.keys()].map(({ path }) => path).filter((path) => path !== '-'),
    unopened,
    end() {
      for (const handle of open.values()) if (handle !== undefined) closeSync(handle);
      open.clear();
    },
  };
}

/** Where no run could begin nothing was told of its scenarios, and each has its outcome all the same. */
function untold({ plan, server, outcomes }: RunResult, told: ReadonlySet<string>): RunEvent[] {
  const left = outcomes.filter(({ id }) => !told.has(id));
  const begin: RunEvent = { type: 'run-started', plan, server, scenarios: outcomes.length };
  return [
    ...(left.length > 0 && told.size === 0 ? [begin] : []),
    ...left.map((outcome) => ({ type: 'scenario-finished', outcome }) as const),
  ];
}

async function openFile(path: string): Promise<number> {
  await makeFolder(dirname(path));
  return openSync(path, 'w');
}
