import { once } from 'node:events';
import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from './usage-error.ts';

/** How long files have to be left alone before they are checked again, in ms: editors save in steps. */
const quiet = 100;

/**
 * Checks again whenever a document changes, until it is interrupted.
 *
 * @param paths files and folders; what they refer to is watched only where it lies below them
 * @returns the exit code: that of the last check
 */
export async function watchExamples(
  paths: readonly string[],
  check: () => Promise<number>,
): Promise<number> {
  const remote = paths.find((path) => /^https?:/i.test(path));
  if (remote !== undefined)
    throw new UsageError(`--watch looks at files and folders, and ${remote} is neither.`);
  let last = await check();
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<unknown> = Promise.resolve();
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(async () => {
        process.stdout.write(`\n${new Date().toLocaleTimeString()}\n`);
        try {
          last = await check();
        } catch (error) {
          // A document may be gone for a moment: the next change tries again.
          process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
          last = 2;
        }
      });
    }, quiet);
  };
  const isDocument = (name: string | null) => name === null || /\.(?:ya?ml|json)$/i.test(name);
  const watchers = paths.map((path): FSWatcher => {
    const whole = resolve(path);
    const folder = statSync(whole).isDirectory() ? whole : dirname(whole);
    const watcher = watch(folder, { recursive: true, persistent: false }, (_event, name) => {
      if (isDocument(name)) again();
    });
    return watcher.on('error', again);
  });
  // Of a folder that went away Node keeps a watcher that nobody can close: none may keep us here.
  const stay = setInterval(() => {}, 60_000);
  process.stderr.write('Waiting for changes; Ctrl-C ends it.\n');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(stay);
  clearTimeout(timer);
  for (const one of watchers) one.close();
  await work;
  return last;
}
