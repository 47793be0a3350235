import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { isPattern } from '../schema/compile-pattern.ts';
import { preview } from '../schema/preview.ts';
import type { Dialect } from './dialect.ts';
import { isFormat } from './formats.ts';
import { misshapen } from './misshapen.ts';
import type { Tell } from './trouble.ts';

/** Tells what is wrong with the words of one schema, but for the schemas within it. */
export function lookAtWords(
  { document, path }: Place,
  schema: Readonly<Record<string, unknown>>,
  dialect: Dialect,
  tell: Tell,
): void {
  const at = (...keys: string[]) => ({ document, path: [...path, ...keys] });
  const lookAtPattern = (pattern: string, ...keys: string[]) => {
    if (isPattern(pattern)) return;
    const message = `${preview(pattern)} is no regular expression`;
    tell({ rule: 'pattern-compiles', place: at(...keys), message });
  };
  const isReference = typeof schema.$ref === 'string' && dialect === '3.0';
  for (const [word, value] of Object.entries(schema)) {
    if (isReference && word !== '$ref') continue;
    const message = misshapen(word, value, dialect);
    if (message) tell({ rule: 'schema-compiles', place: at(word), message });
    const isNamed = word === 'format' || word === 'x-pattern-format';
    if (isNamed && typeof value === 'string' && !isFormat(value))
      tell({
        rule: 'format-is-known',
        place: at(word),
        message: `nobody knows the format ${value}`,
      });
    if (word === 'pattern' && typeof value === 'string') lookAtPattern(value, word);
    if (word === 'patternProperties' && isRecord(value) && dialect !== '3.0')
      for (const pattern of Object.keys(value)) lookAtPattern(pattern, word, pattern);
  }
}
