import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileTrouble } from './file-trouble.ts';

const folder = mkdtempSync(join(tmpdir(), 'trouble-'));
writeFileSync(join(folder, 'file'), '');

function troubleOf(read: () => unknown): string {
  try {
    read();
    return 'none';
  } catch (error) {
    return fileTrouble(error);
  }
}

test.each([
  ['nowhere', 'there is no such file or folder'],
  ['file/below', 'a file stands where a folder has to be'],
  ['', 'it is a folder'],
])('why %j cannot be read is told in words, without a path', (name, why) => {
  expect(troubleOf(() => readFileSync(join(folder, name)))).toBe(why);
});

test('what may not be read, as root may read all, is told in words too', () => {
  const denied = Object.assign(new Error(`EACCES: ${folder}`), { code: 'EACCES' });
  expect(fileTrouble(denied)).toBe('permission is denied');
});

test('a rare cause is told in the words of the system, and not with its sentence', () => {
  const rare = Object.assign(new Error(`ELOOP: ${folder}`), { code: 'ELOOP' });
  expect(fileTrouble(rare)).toBe('ELOOP');
});
