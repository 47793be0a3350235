import type { Ajv2020 } from 'ajv/dist/2020.js';
import { compilePattern } from '../schema/compile-pattern.ts';
import { matchesFormat } from './matches-format.ts';
import type { SchemaCopy } from './schema-copy.ts';

/**
 * Whether a schema says so little that it is plain to see that it allows a value. Most schemas that
 * have an example say a type, a format and a pattern, and compiling them takes longer than all else;
 * whatever is not plain, and whatever is wrong, is for the compiler.
 */
export function isPlainMatch(copy: SchemaCopy, value: unknown, ajv: Ajv2020): boolean {
  if (typeof copy !== 'object') return false;
  for (const word in copy) if (!isMet(word, copy[word], value, ajv)) return false;
  return true;
}

function isMet(word: string, asked: unknown, value: unknown, ajv: Ajv2020): boolean {
  switch (word) {
    case 'type':
      if (asked === 'integer') return Number.isSafeInteger(value);
      if (asked === 'array') return Array.isArray(value);
      return typeof value === asked && value !== null && !Array.isArray(value);
    case 'enum':
      return typeof value === 'string' && Array.isArray(asked) && asked.includes(value);
    case 'pattern':
      return typeof value === 'string' && compilePattern(String(asked)).test(value);
    case 'format':
      return typeof value === 'string' && matchesFormat(ajv, String(asked), value);
    default:
      return false;
  }
}
