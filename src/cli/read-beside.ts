import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { largestJudged } from '../traffic/largest-judged.ts';
import type { ReadBeside } from '../traffic/recorded/har-body.ts';
import { tooLarge } from '../traffic/too-large.ts';

/**
 * Reads bodies that lie in files beside a recording. Anybody may have written the recording: nothing
 * but plain files in that very folder is read, and nothing larger than what is judged.
 */
export function readBeside(recording: string): ReadBeside {
  const folder = dirname(recording);
  return (name) => {
    if (!isPlainName(name)) return { missing: elsewhere };
    const path = join(folder, name);
    try {
      // A link may lead anywhere, and of a pipe nobody knows when it ends.
      const about = lstatSync(path);
      if (!about.isFile()) return { missing: elsewhere };
      if (about.size > largestJudged) return { missing: tooLarge(largestJudged) };
      return { body: readFileSync(path) };
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      return { missing: `is in a file that ${isGone ? 'is not there' : 'cannot be read'}` };
    }
  };
}

const elsewhere = 'is in a file elsewhere, which is not read';

/** `4f0c….json`: neither a path, nor a drive or a stream of Windows. */
function isPlainName(name: string): boolean {
  return /^[^/\\:\0]{1,255}$/.test(name) && name !== '.' && name !== '..';
}
