import type { Place } from '../openapi/documents.ts';
import type { Dialect } from './dialect.ts';
import type { Direction } from './directions.ts';

/** A value that has to match a schema. */
export interface Check {
  /** `enum` stands for `const`, too: the schema is then looked at without both. */
  readonly kind: 'example' | 'default' | 'enum';
  readonly value: Place;
  readonly schema: Place;
  readonly dialect: Dialect;
  /** Asked when everything was walked: a schema may be met in both directions. */
  direction(): Direction;
}
