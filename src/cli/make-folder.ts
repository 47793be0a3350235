import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, where they are not there yet. Unlike `mkdir`'s own
 * `recursive`, which tries for ever where the system says that a folder to be made is missing, as
 * below `/proc`, it ends.
 * @throws the system's error.
 */
export async function makeFolder(path: string): Promise<void> {
  const code = await attempt(path);
  if (code !== 'ENOENT' || dirname(path) === path) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch(ignoreExisting);
}

async function attempt(path: string): Promise<'ENOENT' | undefined> {
  try {
    await mkdir(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'ENOENT';
    ignoreExisting(error);
  }
  return undefined;
}

/** A file in the way is found out when something is written below it. */
function ignoreExisting(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
  throw error;
}
