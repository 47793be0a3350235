import { readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileTrouble } from '../model/file-trouble.ts';
import { fileName } from './documents.ts';

/** The largest document that is read, in bytes; the official ones together are a tenth of it. */
export const largestDocument = 16 * 1024 * 1024;

/**
 * Reads files below one folder and nothing else: a document that somebody else wrote may refer
 * neither to other files of this machine (not through symbolic links either), nor to the network.
 *
 * @returns what gives the text behind a `file:` URI, or throws an `Error` with one sentence
 */
export function readFileBelow(folder: string): (uri: string) => string {
  let root: string | undefined;
  return (uri) => {
    if (!uri.startsWith('file:'))
      throw new Error(`${uri} is not read: documents in a folder may refer to files only`);
    const name = fileName(uri);
    const path = realPath(fileURLToPath(uri));
    if (path === undefined) throw new Error(`there is no file ${name}`);
    root ??= realpathSync(folder);
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep))
      throw new Error(`${name} is outside of ${folder} and is not read`);
    try {
      const facts = statSync(path);
      if (!facts.isFile()) throw new Error(`${name} is no file`);
      if (facts.size > largestDocument)
        throw new Error(`${name} is larger than ${largestDocument} bytes`);
      return readFileSync(path, 'utf8');
    } catch (error) {
      // Who wrote the document may be told of the file's name, and of nothing else here.
      if (!(error instanceof Error && 'code' in error)) throw error;
      throw new Error(`${name} cannot be read: ${fileTrouble(error)}`);
    }
  };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
