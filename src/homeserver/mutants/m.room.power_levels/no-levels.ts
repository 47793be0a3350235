import { isObject } from '../../events/json.ts';

/** What is no level, in words, and how it is known. */
export const noLevels: readonly [words: string, isOne: (value: unknown) => boolean][] = [
  ['a string', (value) => typeof value === 'string' && /^\d+$/.test(value)],
  ['null', (value) => value === null],
  ['a boolean', (value) => typeof value === 'boolean'],
  ['a list', (value) => Array.isArray(value)],
  ['an object', isObject],
  ['an empty string', (value) => value === ''],
];
