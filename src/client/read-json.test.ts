import { describe, expect, test } from 'vitest';
import { readJson } from './read-json.ts';
import { TransportError } from './transport-error.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('the JSON of a body', () => {
  test.each([
    ['{"a":[1,"b"]}', { a: [1, 'b'] }],
    ['0', 0],
    ['""', ''],
  ])('%s is read', (text, value) => {
    expect(readJson(text)).toEqual({ ok: true, value });
  });

  test('what is none is no JSON, and nothing is not the same as something wrong', () => {
    expect(readJson('{')).toEqual({ ok: false, message: 'it is not JSON' });
    expect(readJson(' \n')).toEqual({ ok: false, message: 'the body is empty' });
  });

  test('a thousand levels are read, and one more is too deep', () => {
    expect(readJson(nested(1000)).ok).toBe(true);
    expect(() => readJson(nested(1001))).toThrow(TransportError);
    expect(() => readJson(nested(100_000))).toThrow('nests deeper than 1000 levels');
    expect(() => readJson('{"a":'.repeat(100_000))).toThrow('nests deeper than 1000 levels');
  });

  test('levels that were left again do not count', () => {
    expect(readJson(`[${'[[]],'.repeat(2000)}0]`).ok).toBe(true);
  });

  test('brackets and commas in strings do not count', () => {
    const text = '[{,\\"\\\\'.repeat(100_000);
    expect(readJson(`["${text}"]`).ok).toBe(true);
    expect(readJson(`["${'\\'.repeat(2000)}","${'['.repeat(2000)}"]`).ok).toBe(true);
  });

  test('what follows a string that ends in backslashes counts', () => {
    expect(() => readJson(`["${'\\\\'.repeat(2000)}",${nested(1001)}]`)).toThrow(TransportError);
  });

  test('two hundred thousand values are read, and a million are too many', () => {
    expect(readJson(`[${'0,'.repeat(190_000)}0]`).ok).toBe(true);
    expect(() => readJson(`[${'{},'.repeat(1_000_000)}0]`)).toThrow('more than 200000 values');
  });

  test('a string without an end is no JSON', () => {
    expect(readJson(`"${'a'.repeat(5000)}`).ok).toBe(false);
  });
});
