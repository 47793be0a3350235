import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { preview } from '../schema/preview.ts';
import type { Check } from './check.ts';
import { checksIn } from './checks-in.ts';
import type { Dialect } from './dialect.ts';
import { type Directions, onlyDirection } from './directions.ts';
import { lookAtWords } from './look-at-words.ts';
import { placeUnder } from './place-under.ts';
import { resolveReference } from './resolve-reference.ts';
import { schemaLists, schemaMaps, schemaWords } from './schema-words.ts';
import type { Sources } from './sources.ts';
import type { Tell } from './trouble.ts';

/** Goes through schemas and all that they refer to, each once, and looks at their own words. */
export class SchemaWalker {
  readonly #sources: Sources;
  readonly #tell: Tell;
  readonly #met = new Map<object, Directions>();
  /** Every example, default and member of an enumeration that stands in a schema. */
  readonly checks: Check[] = [];

  constructor(sources: Sources, tell: Tell) {
    this.#sources = sources;
    this.#tell = tell;
  }

  get schemas(): number {
    return this.#met.size;
  }

  /** Whether somebody was here. */
  hasMet(schema: unknown): boolean {
    return isRecord(schema) && this.#met.has(schema);
  }

  /** @param directions which way the values of the schema go, as far as who calls knows */
  visit(place: Place, directions: Directions, dialect: Dialect): void {
    const { value } = place;
    if (typeof value === 'boolean' && dialect !== '3.0') return;
    if (!isRecord(value) || Array.isArray(value)) {
      const message = `${preview(value)} is no schema`;
      this.#tell({ rule: 'schema-compiles', place, message });
      return;
    }
    const before = this.#met.get(value);
    if (before !== undefined && (before | directions) === before) return;
    this.#met.set(value, (before ?? 0) | directions);
    if (before === undefined) {
      lookAtWords(place, value, dialect, this.#tell);
      const direction = () => onlyDirection(this.#met.get(value) ?? 0);
      for (const check of checksIn(place, value, dialect))
        this.checks.push({ ...check, direction });
    }
    for (const part of this.#parts(place, value, dialect, before === undefined))
      this.visit(part, directions, dialect);
  }

  /** The schemas within a schema, and the one that it refers to. */
  *#parts(
    place: Place,
    schema: Record<string, unknown>,
    dialect: Dialect,
    isFirst: boolean,
  ): Generator<Place> {
    const at = (value: unknown, ...keys: string[]) => placeUnder(place, value, ...keys);
    for (const word of ['$ref', '$dynamicRef']) {
      const reference = schema[word];
      if (typeof reference !== 'string') continue;
      const target = resolveReference(this.#sources, place, reference);
      if (!('trouble' in target)) yield target;
      else if (isFirst) {
        const message = `${word} leads nowhere: ${target.trouble}`;
        this.#tell({ rule: 'reference-resolves', place: at(reference, word), message });
      }
      if (word === '$ref' && dialect === '3.0') return;
    }
    for (const [word, value] of Object.entries(schema)) {
      if (dialect === '3.0' && misread.has(word)) continue;
      if (schemaWords.has(word)) {
        if (isRecord(value) && !Array.isArray(value)) yield at(value, word);
      } else if (
        (schemaLists.has(word) && Array.isArray(value)) ||
        (schemaMaps.has(word) && isRecord(value) && !Array.isArray(value))
      )
        for (const [key, part] of Object.entries(value)) yield at(part, word, key);
    }
    const mapping = isRecord(schema.discriminator) ? schema.discriminator.mapping : undefined;
    for (const [name, value] of Object.entries(isRecord(mapping) ? mapping : {})) {
      if (!isFirst || typeof value !== 'string' || /^[\w.-]+$/.test(value)) continue;
      const target = resolveReference(this.#sources, place, value);
      if ('trouble' in target)
        this.#tell({
          rule: 'reference-resolves',
          place: at(value, 'discriminator', 'mapping', name),
          message: `the mapping leads nowhere: ${target.trouble}`,
        });
    }
  }
}

/** Words of JSON Schema 2020-12 that say nothing in OpenAPI 3.0. */
const misread = new Set([
  'patternProperties',
  'if',
  'then',
  'else',
  '$defs',
  'definitions',
  'prefixItems',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'dependentSchemas',
]);
