import { expect, test, vi } from 'vitest';
import { lazily } from './lazily.ts';

test('a member is made when it is first read, and only once', () => {
  const make = vi.fn(() => ({ b: 1 }));
  const object = lazily({ a: 0 }, { later: make });
  expect(make).not.toHaveBeenCalled();
  expect(object.later).toBe(object.later);
  expect(make).toHaveBeenCalledOnce();
});

test('a copy and JSON hold every member', () => {
  const object = lazily({ a: 0 }, { later: () => 1 });
  expect(JSON.stringify(object)).toBe('{"a":0,"later":1}');
  expect(structuredClone(lazily({ a: 0 }, { later: () => 1 }))).toStrictEqual({ a: 0, later: 1 });
  expect({ ...lazily({ a: 0 }, { later: () => 1 }) }).toStrictEqual({ a: 0, later: 1 });
});
