import { CORE_SCHEMA, load } from 'js-yaml';
import { expandedSize } from '../openapi/expanded-size.ts';
import { isNestedDeeper } from './is-nested-deeper.ts';

/** What a text says, or why it says nothing. */
export type ReadDocument = { readonly value: unknown } | { readonly trouble: Trouble };

/** What of a text is no YAML, and where, where that is known; both count from 1. */
export interface Trouble {
  readonly what: string;
  readonly line?: number;
  readonly column?: number;
}

/** The most values that the aliases of one document may come to. */
const mostValues = 2_000_000;

/** The deepest that values are nested; the stack bears more, paths of more come to gigabytes. */
const mostDepth = 500;
const options = { schema: CORE_SCHEMA, maxDepth: mostDepth };
const tooDeep: ReadDocument = { trouble: { what: 'it is nested too deeply' } };

/** Reads a text as YAML 1.2, of which JSON is a part; as JSON alone where it says that it is JSON. */
export function readDocument(text: string, isJson: boolean): ReadDocument {
  if (isJson) {
    try {
      const value: unknown = JSON.parse(text);
      return isNestedDeeper(value, mostDepth) ? tooDeep : { value };
    } catch {
      // The YAML reader knows the place of what is wrong.
    }
  }
  try {
    const value = load(text, options);
    const hasAliases = /[\s[{,:-]\*/.test(text);
    if (hasAliases && expandedSize(value) > mostValues)
      return { trouble: { what: 'its aliases expand without bound' } };
    if (isNestedDeeper(value, mostDepth)) return tooDeep;
    if (isJson && text.trim() === '') return { trouble: { what: 'it is empty' } };
    if (isJson) return { trouble: { what: 'this is YAML, and no JSON' } };
    return { value };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof RangeError) return { what: 'it is nested too deeply' };
  const { reason, mark } = error as { reason?: string; mark?: { line: number; column: number } };
  const isDeep = /maxDepth/.test(reason ?? '');
  const what = isDeep
    ? 'it is nested too deeply'
    : (reason ?? (error instanceof Error ? error.message : String(error)));
  return mark ? { what, line: mark.line + 1, column: mark.column + 1 } : { what };
}
