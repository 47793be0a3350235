import type { Place } from '../openapi/documents.ts';
import type { JsonPath } from '../openapi/json-pointer.ts';

/** One thing of a value that its schema does not allow. */
export interface Misfit {
  /** Where in the value. */
  readonly path: JsonPath;
  readonly keyword: string;
  /** Half a sentence, after a name of the value: `lacks the required property "icon"`. */
  readonly message: string;
  /** The schema that does not allow it, and the word of it. */
  readonly schema: Place;
}
