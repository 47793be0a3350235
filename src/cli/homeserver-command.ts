import { once } from 'node:events';
import { mutants } from '../homeserver/mutants/mutants.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import { parse } from './parse.ts';
import { UsageError } from './usage-error.ts';

/** Serves the reference homeserver until it is interrupted. @returns the exit code. */
export async function homeserverCommand(argv: string[]): Promise<number> {
  const { values } = parse({
    args: argv,
    options: { port: { type: 'string' }, mutant: { type: 'string' }, mutants: { type: 'boolean' } },
  });
  if (values.mutants === true) {
    for (const { id, fault } of mutants) process.stdout.write(`${id}\n  ${fault}\n`);
    return 0;
  }
  const mutant = mutants.find(({ id }) => id === values.mutant);
  if (values.mutant !== undefined && mutant === undefined) {
    throw new UsageError(`There is no mutant ${values.mutant}; homeserver --mutants lists them.`);
  }
  const port = Number(values.port ?? '8008');
  if (values.port?.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port is a number from 0 to 65535, not ${values.port}.`);
  }
  const homeserver = await startHomeserver({ port, ...(mutant && { mutant }) }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new UsageError(
        `Port ${port} cannot be listened on (${error.code}); --port 0 picks one.`,
      );
    },
  );
  process.stdout.write(`${homeserver.url}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await homeserver.close();
  return 0;
}
