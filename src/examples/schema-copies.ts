import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { isPattern } from '../schema/compile-pattern.ts';
import { addFurther } from './add-further.ts';
import { asSince31 } from './as-since31.ts';
import type { Dialect } from './dialect.ts';
import type { Direction } from './directions.ts';
import { discriminated } from './discriminated.ts';
import { type DynamicScope, enterScope, noScope, outermost } from './dynamic-scope.ts';
import { isFormat } from './formats.ts';
import { innerMap } from './inner-map.ts';
import { misshapen } from './misshapen.ts';
import { resolveReference } from './resolve-reference.ts';
import type { SchemaCopy } from './schema-copy.ts';
import { assertions, schemaLists, schemaMaps, schemaWords } from './schema-words.ts';
import type { Sources } from './sources.ts';
import { unsentProperties } from './unsent-properties.ts';

/** How the copies of one sort read their schemas. */
export interface CopyMode {
  readonly dialect: Dialect;
  readonly direction: Direction;
}

/**
 * Copies of schemas, in the words of JSON Schema 2020-12 alone, with each `$ref` renamed. What is
 * broken in a schema is left out, as it is told elsewhere: the rest still counts.
 */
export class SchemaCopies {
  readonly #sources: Sources;
  readonly #mode: CopyMode;
  readonly #copies = new Map<string, Map<unknown, SchemaCopy>>();
  readonly #names = new Map<string, Map<unknown, string>>();
  #named = 0;
  readonly #places = new WeakMap<object, Place>();
  /** The schemas that copies refer to, by the names that they have there. */
  readonly referred = new Map<string, SchemaCopy>();
  #fresh: (readonly [string, SchemaCopy])[] = [];

  constructor(sources: Sources, mode: CopyMode) {
    this.#sources = sources;
    this.#mode = mode;
  }

  /** Where the schema of a copy stands. */
  placeOf(copy: unknown): Place | undefined {
    return isRecord(copy) ? this.#places.get(copy) : undefined;
  }

  /** The copy of a schema: the same one each time. */
  of(place: Place, outside: DynamicScope = noScope): SchemaCopy {
    const { value } = place;
    if (typeof value === 'boolean') return value;
    if (!isRecord(value) || Array.isArray(value)) return true;
    const scope = enterScope(this.#sources, outside, place);
    const copies = innerMap(this.#copies, scope.key);
    const known = copies.get(value);
    if (known !== undefined) return known;
    const copy: Record<string, unknown> = {};
    copies.set(value, copy); // before its parts, one of which may be itself
    this.#places.set(copy, place);
    this.#fill(copy, place, value, scope);
    return copy;
  }

  #fill(
    copy: Record<string, unknown>,
    place: Place,
    schema: Record<string, unknown>,
    scope: DynamicScope,
  ): void {
    const { dialect, direction } = this.#mode;
    const under = (...keys: string[]) => {
      let value: unknown = schema;
      for (const key of keys) value = isRecord(value) ? value[key] : undefined;
      return this.of({ ...place, path: [...place.path, ...keys], value }, scope);
    };
    const references = ['$ref', '$dynamicRef'].flatMap((word) => {
      const reference = schema[word];
      if (typeof reference !== 'string') return [];
      const found = resolveReference(this.#sources, place, reference);
      if ('trouble' in found) return [];
      const target = word === '$ref' ? found : outermost(scope, found, reference);
      return this.#nameOf(target, scope) ?? [];
    });
    const [first, second] = references;
    if (first !== undefined) copy.$ref = first;
    if (dialect === '3.0' && typeof schema.$ref === 'string') return; // what stands beside it is not read
    for (const [word, part] of Object.entries(schema)) {
      if (misshapen(word, part, dialect)) continue;
      if (schemaWords.has(word) && (isRecord(part) || typeof part === 'boolean')) {
        if (!Array.isArray(part)) copy[word] = under(word);
      } else if (schemaLists.has(word) && Array.isArray(part) && part.length > 0)
        copy[word] = part.map((_, index) => under(word, String(index)));
      else if (schemaMaps.has(word) && isRecord(part) && !Array.isArray(part)) {
        const names = Object.keys(part).filter(
          (name) => word !== 'patternProperties' || isPattern(name),
        );
        copy[word] = Object.fromEntries(names.map((name) => [name, under(word, name)]));
      } else if (word === 'format') {
        if (typeof part === 'string' && isFormat(part)) copy.format = part;
      } else if (word === 'pattern') {
        if (typeof part === 'string' && isPattern(part)) copy.pattern = part;
      } else if (word === 'x-pattern-format') {
        if (typeof part === 'string' && isFormat(part)) copy.nameFormat = part;
      } else if (assertions.has(word)) copy[word] = part;
    }
    if (dialect === '3.0') asSince31(copy, schema);
    const unsent = unsentProperties(this.#sources, place, direction);
    if (unsent.length > 0) {
      copy.unsent = unsent;
      if (Array.isArray(copy.required))
        copy.required = copy.required.filter((name) => !unsent.includes(String(name)));
    }
    discriminated(this.#sources, place, copy, under, (target) => this.#nameOf(target, scope));
    addFurther(copy, second);
  }

  /** Those that were not asked for before. */
  newlyReferred(): readonly (readonly [string, SchemaCopy])[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  #refer(name: string, copy: SchemaCopy): void {
    if (!this.referred.has(name)) this.#fresh.push([name, copy]);
    this.referred.set(name, copy);
  }

  /** The name of the schema at a place, which is copied at once. */
  #nameOf(target: Place, outside: DynamicScope): string | undefined {
    if (typeof target.value === 'boolean') {
      const name = `schema:/${target.value}`;
      this.#refer(name, target.value);
      return name;
    }
    if (!isRecord(target.value)) return undefined;
    const scope = enterScope(this.#sources, outside, target);
    const names = innerMap(this.#names, scope.key);
    const known = names.get(target.value);
    if (known !== undefined) return known;
    this.#named += 1;
    const name = `schema:/${this.#named}`;
    names.set(target.value, name);
    this.#refer(name, this.of(target, scope));
    return name;
  }
}
