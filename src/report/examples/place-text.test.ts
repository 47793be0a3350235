import { expect, test } from 'vitest';
import { placeText } from './place-text.ts';

test('a place is one word that an editor opens, and what does not show in it is an escape', () => {
  const place = { line: 43, column: 29, pointer: '/a' };
  expect(placeText({ ...place, file: 'api/rooms.yaml' })).toBe('api/rooms.yaml:43:29');
  expect(placeText({ ...place, file: 'a\u001b\n.yaml' })).toBe('a\\u001b\\n.yaml:43:29');
});
