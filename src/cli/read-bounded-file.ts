import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileTrouble } from '../model/file-trouble.ts';
import { UsageError } from './usage-error.ts';

/** In bytes. A whole run of the catalogue takes 20 MB; a text of 512 MB is more than Node can hold. */
const largest = 256 * 1024 * 1024;

/**
 * The text of a file that may be anybody's.
 * @throws UsageError where it cannot be read, or is larger than any result is.
 */
export async function readBoundedFile(file: string): Promise<string> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) throw new UsageError(`${file} cannot be read: it is a folder.`);
    if (about.size > largest) {
      const megabytes = Math.round(about.size / 1024 / 1024);
      throw new UsageError(`${file} is not read: it has ${megabytes} MB, and 256 are the most.`);
    }
    return about.isFile() ? await readFile(file, 'utf8') : await readAll(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${fileTrouble(error)}.`);
  }
}

/** Of a pipe or a device, as `<(command)` of a shell is, nobody knows the size before. */
async function readAll(file: string): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of createReadStream(file)) {
    size += piece.length;
    if (size > largest) {
      throw new UsageError(`${file} is not read: it has more than 256 MB, which are the most.`);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
