import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The program as it is built: what a user runs. */
const program = fileURLToPath(new URL('../dist/bundle/cli.js', import.meta.url));

/** What a run of the program left behind. */
export interface Ended {
  /** None where it had to be killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the program is started. */
export interface Start {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Megabytes of JavaScript heap. */
  readonly heap?: number;
  /** Told all that was written so far, whenever there is more of it. */
  readonly onOutput?: (stdout: string, child: ReturnType<typeof spawn>) => void;
}

/** Nothing of whoever runs the tests may reach the program. */
function environment(): Record<string, string | undefined> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}

/** A program that hangs is killed after this, in ms: then it has no exit code. */
const patience = 60_000;

/** Runs the built program to its end. */
export async function runCli(args: readonly string[], start: Start = {}): Promise<Ended> {
  const heap = start.heap === undefined ? [] : [`--max-old-space-size=${start.heap}`];
  const child = spawn(process.execPath, [...heap, program, ...args], {
    cwd: start.cwd ?? tmpdir(),
    env: { ...environment(), ...start.env },
    timeout: patience,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let seen = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    seen += chunk;
    start.onOutput?.(seen, child);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [code, stderr] = await Promise.all([ended, text(child.stderr)]);
  return { code, stdout: seen, stderr };
}

/** A temporary folder for the time of `work`. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'matrix-conformance-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
