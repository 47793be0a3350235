import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, parse } from 'node:path';
import { SpecificationError } from './specification-error.ts';

/** The documents of a folder, and the folder that they may not refer out of. */
export interface FoundDocuments {
  readonly files: readonly string[];
  readonly root: string;
}

/**
 * Finds the OpenAPI documents of a folder without a root document: a folder that holds them
 * (`api/client-server`), one that holds such folders (`api`), or one that holds `api`, which is the
 * layout of matrix-spec's `data`. Folders within an API's folder hold parts, not documents.
 *
 * @param folder absolute
 */
export async function findDocuments(folder: string): Promise<FoundDocuments> {
  const { folders } = await list(folder);
  if (folders.includes('api')) {
    const files = await filesBelow(join(folder, 'api'));
    if (files.length > 0) return { files, root: folder };
  }
  const files = await documentsIn(folder);
  const found = files.length > 0 ? files : await filesBelow(folder);
  if (found.length === 0)
    throw new SpecificationError(
      `There is no OpenAPI document (*.yaml, *.yml, *.json) in ${folder}, nor in folders below api/ there.`,
    );
  return { files: found, root: rootOf(folder) };
}

/**
 * The folder that the documents of a folder may not refer out of. In matrix-spec's layout they refer
 * to `event-schemas/` beside `api/`, so it is the nearest `data` or `spec`, or what holds
 * `api/<name>/`; elsewhere it is the folder itself.
 */
export function rootOf(folder: string): string {
  const above = [folder, dirname(folder), dirname(dirname(folder))];
  for (const candidate of above) {
    if (['data', 'spec'].includes(basename(candidate))) return candidate;
  }
  const api = above.slice(0, 2).find((candidate) => basename(candidate) === 'api');
  if (api === undefined) return folder;
  return dirname(api) === parse(api).root ? api : dirname(api);
}

async function filesBelow(folder: string): Promise<string[]> {
  const { folders } = await list(folder);
  const files = await Promise.all(folders.map((name) => documentsIn(join(folder, name))));
  return files.flat();
}

async function documentsIn(folder: string): Promise<string[]> {
  const { files } = await list(folder);
  return files
    .filter((name) => ['.yaml', '.yml', '.json'].includes(extname(name).toLowerCase()))
    .map((name) => join(folder, name));
}

async function list(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true });
  // Sorted by code unit, so that every machine reads, and reports, in the same order.
  const visible = entries.filter((entry) => !entry.name.startsWith('.'));
  const names = (of: typeof entries) => of.map((entry) => entry.name).sort();
  return {
    files: names(visible.filter((entry) => !entry.isDirectory())),
    folders: names(visible.filter((entry) => entry.isDirectory())),
  };
}
