import { readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileName } from './documents.ts';
import type { ReadText } from './read-documents.ts';

/** The largest document that is read, in bytes; the official ones together are a tenth of it. */
export const largestDocument = 16 * 1024 * 1024;

/**
 * Reads files below one folder and nothing else: a document that somebody else wrote may refer
 * neither to other files of this machine (not through symbolic links either), nor to the network.
 */
export function readFileBelow(folder: string): ReadText {
  let realFolder: Promise<string> | undefined;
  return async (uri) => {
    if (!uri.startsWith('file:'))
      throw new Error(`${uri} is not read: documents in a folder may refer to files only`);
    const name = fileName(uri);
    const path = await realpath(fileURLToPath(uri)).catch(() => undefined);
    if (path === undefined) throw new Error(`there is no file ${name}`);
    realFolder ??= realpath(folder);
    const root = await realFolder;
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep))
      throw new Error(`${name} is outside of ${folder} and is not read`);
    const facts = await stat(path);
    if (!facts.isFile()) throw new Error(`${name} is no file`);
    if (facts.size > largestDocument)
      throw new Error(`${name} is larger than ${largestDocument} bytes`);
    return readFile(path, 'utf8').catch((error: Error) => {
      throw new Error(`${name} cannot be read: ${error.message}`);
    });
  };
}
