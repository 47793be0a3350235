import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { rootOf } from '../openapi/find-documents.ts';

/** What to check, and the folder that its documents may not refer out of. */
export interface ExampleInput {
  /** Absolute paths, or one URL. */
  readonly files: readonly string[];
  /** Nothing for a URL. */
  readonly root?: string;
  /** Whether somebody named this very document. */
  readonly isNamed: boolean;
  /** The folder that was named. */
  readonly folder?: string;
}

/** A sentence about a path that cannot be checked. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

const mostFiles = 50_000;

/**
 * The documents that a path stands for: a file, or all YAML and JSON files of a folder and of those
 * below it, but for hidden ones and `node_modules`.
 *
 * @throws InputError where there is none
 */
export function findInput(path: string): ExampleInput {
  if (/^https?:\/\//i.test(path)) {
    if (!URL.canParse(path)) throw new InputError(`${path} is no URL`);
    return { files: [path.replace(/#.*$/, '')], isNamed: true };
  }
  if (path === '') throw new InputError('one of the paths is empty');
  const whole = resolve(path);
  if (!existsSync(whole)) throw new InputError(`there is no file or folder ${path}`);
  if (!statSync(whole).isDirectory())
    return { files: [whole], root: rootOf(homeOf(dirname(whole))), isNamed: true };
  const folder = realpathSync(whole);
  const files: string[] = [];
  list(folder, files);
  if (files.length === 0)
    throw new InputError(`there is no document (*.yaml, *.yml, *.json) in ${path} or below`);
  return { files, root: rootOf(homeOf(folder)), isNamed: false, folder };
}

/** Event schemas and their examples lie beside each other: both may refer to both. */
function homeOf(folder: string): string {
  for (let one = folder; dirname(one) !== one; one = dirname(one)) {
    const isHalf = ['schema', 'examples'].includes(basename(one));
    const above = dirname(one);
    if (isHalf && existsSync(join(above, 'schema')) && existsSync(join(above, 'examples')))
      return basename(above) === 'event-schemas' ? dirname(above) : above;
  }
  return basename(folder) === 'event-schemas' ? dirname(folder) : folder;
}

function list(folder: string, files: string[]): void {
  // Sorted by code unit, so that every machine tells the same in the same order.
  const entries = entriesOf(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) list(path, files);
    else if (entry.isFile() && /^\.(?:ya?ml|json)$/i.test(extname(entry.name))) files.push(path);
    if (files.length > mostFiles)
      throw new InputError(`there are more than ${mostFiles} documents in ${folder} and beside it`);
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as { code?: string };
    throw new InputError(`the folder ${folder} cannot be read (${code ?? error})`);
  }
}
