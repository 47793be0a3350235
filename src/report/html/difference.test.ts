import { expect, test } from 'vitest';
import { difference } from './difference.ts';

const long = '"another_member": "long enough to be laid out over several lines"';

test('two JSON texts are compared as they were written, not as what they mean', () => {
  const pieces = difference(`{"a_member": 1.0, ${long}}`, `{"a_member": 1, ${long}}`) ?? [];
  expect(pieces.filter(([how]) => how !== 'same')).toEqual([
    ['gone', '  "a_member": 1.0,\n'],
    ['come', '  "a_member": 1,\n'],
  ]);
});

test('JSON that nests deeply is not laid out as a text of blanks alone', () => {
  const deep = (inside: string) => `${'['.repeat(1900)}${inside}${']'.repeat(1900)}`;
  const pieces = difference(deep('1'), deep('2')) ?? [];
  const size = pieces.reduce((sum, [, text]) => sum + text.length, 0);
  expect(size).toBeLessThan(500_000);
});

test('texts that have nothing in common have no difference to be shown', () => {
  expect(difference('200', '404 M_NOT_FOUND')).toBeUndefined();
});
