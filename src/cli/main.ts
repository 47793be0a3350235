import { fileTrouble } from '../model/file-trouble.ts';
import { type CommandName, commandOf } from './command.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a command line. Every way to fail ends in one sentence on standard error and a code.
 * @returns the exit code: 0 conforms, 1 does not, 2 cannot say.
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major < 20 || (major === 20 && minor < 19)) {
      throw new UsageError(`Node 20.19 or later is needed, and this is ${process.versions.node}.`);
    }
    const { name, rest } = commandOf(argv);
    const isLost = outliveReaders(['run', 'regrade', 'check', 'proxy'].includes(name));
    const code = await done(name, rest);
    // What went wrong with the last that was written is told after it.
    await new Promise(setImmediate);
    return isLost() && code === 0 ? 2 : code;
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    return 2;
  }
}

async function done(name: CommandName, rest: string[]): Promise<number> {
  // Each command loads what it needs only when it runs: --help is asked for often.
  switch (name) {
    case 'help':
      return await (await import('./help.ts')).help();
    case 'version':
      return await (await import('./version.ts')).printVersion();
    case 'doctor':
      return await (await import('./doctor-command.ts')).doctorCommand(rest);
    case 'list':
      return await (await import('./list-command.ts')).listCommand(rest);
    case 'examples':
      return await (await import('./examples-command.ts')).examplesCommand(rest);
    case 'compare':
      return await (await import('./compare-command.ts')).compareCommand(rest);
    case 'homeserver':
      return await (await import('./homeserver-command.ts')).homeserverCommand(rest);
    case 'self-test':
      return await (await import('./self-test-command.ts')).selfTestCommand(rest);
    case 'check':
      return await (await import('./check-command.ts')).checkCommand(rest);
    case 'proxy':
      return await (await import('./proxy-command.ts')).proxyCommand(rest);
    case 'regrade':
      return await (await import('./regrade-command.ts')).regradeCommand(rest);
    case 'run':
      return await (await import('./run-command.ts')).runCommand(rest);
  }
}

/**
 * Whoever reads the output may go away before its end: `| head`. A run goes on all the same, as its
 * reports are yet to be written; anything else has nobody left to tell.
 * @returns whether standard output, where a report may stand, could not be written though somebody
 *   wants it: a disk that is full.
 */
function outliveReaders(goesOn: boolean): () => boolean {
  let isLost = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whatever follows the first error fails for that alone.
    if (!isLost && error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') {
      isLost = true;
      process.stderr.write(`Standard output cannot be written (${fileTrouble(error)}).\n`);
    }
    if (!goesOn) process.exit(2);
  });
  process.stderr.on('error', () => {
    if (!goesOn) process.exit(2);
  });
  return () => isLost;
}

/** Never a stack trace: whoever reads it will not debug this program. */
function sentence(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const isOurs = error instanceof Error && error.name === 'SpecificationError';
  return isOurs ? message : `matrix-conformance itself went wrong: ${message}`;
}
