import { CORE_SCHEMA, load } from 'js-yaml';
import { expandedSize } from '../openapi/expanded-size.ts';

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

/** Reads a text as YAML 1.2, of which JSON is a part; as JSON alone where it says that it is JSON. */
export function readDocument(text: string, isJson: boolean): ReadDocument {
  if (isJson) {
    try {
      return { value: JSON.parse(text) };
    } catch {
      // The YAML reader knows the place of what is wrong.
    }
  }
  try {
    const value = load(text, { schema: CORE_SCHEMA });
    const hasAliases = /[\s[{,:-]\*/.test(text);
    if (hasAliases && expandedSize(value) > mostValues)
      return { trouble: { what: 'its aliases expand without bound' } };
    if (isJson) return { trouble: { what: 'this is YAML, and no JSON' } };
    return { value };
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof RangeError) return { what: 'it is nested too deeply' };
  const { reason, mark } = error as { reason?: string; mark?: { line: number; column: number } };
  const what = reason ?? (error instanceof Error ? error.message : String(error));
  return mark ? { what, line: mark.line + 1, column: mark.column + 1 } : { what };
}
