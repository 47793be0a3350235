import type { ErrorObject } from 'ajv';
import type { Place } from '../openapi/documents.ts';
import { isRecord, type JsonPath } from '../openapi/json-pointer.ts';
import { memberSchemas } from './member-schemas.ts';
import type { Misfit } from './misfit.ts';
import { misfitDistance } from './misfit-distance.ts';
import { misfitOf } from './misfit-of.ts';
import type { SchemaCopy } from './schema-copy.ts';
import { assertions } from './schema-words.ts';
import { unevaluated } from './unevaluated.ts';
import { unevaluatedMisfit } from './unevaluated-misfit.ts';
import { unsentMisfits } from './unsent-misfits.ts';

/** Schemas with their own words alone: the same each time, as each that is new is compiled. */
const ownWords = new WeakMap<object, SchemaCopy>();

/** What of a compiler is used to explain. */
export interface Judged {
  /** All errors that Ajv finds. */
  errorsOf(copy: SchemaCopy, value: unknown): readonly ErrorObject[];
  matches(copy: SchemaCopy, value: unknown): boolean;
  /** The copy behind the name in a `$ref`. */
  named(name: string): SchemaCopy;
  placeOf(copy: unknown): Place;
}

/**
 * Says what of a value a schema does not allow, down to the value that is wrong. Of the branches of
 * a `oneOf` or `anyOf` only the one that is nearest to the value is told: the others were not meant.
 */
export function explain(copy: SchemaCopy, value: unknown, judged: Judged): readonly Misfit[] {
  const at = (schema: SchemaCopy, here: unknown, path: JsonPath): Misfit[] => {
    if (schema === true || judged.matches(schema, here)) return [];
    if (schema === false) {
      const message = 'is not allowed there';
      return [{ path, keyword: 'false schema', message, schema: judged.placeOf(schema) }];
    }
    const own = ownMisfits(schema, here, path);
    if (own.some(({ keyword }) => keyword === 'type')) return own;
    const all = [
      ...own,
      ...unsentMisfits(schema, here, path, judged.placeOf(schema)),
      ...inParts(schema, here, path),
      ...inMembers(schema, here, path),
    ];
    if (all.length > 0) return all;
    const rest = inRest(schema, here, path);
    if (rest.length > 0) return rest;
    const last = judged.errorsOf(schema, here).slice(-1);
    return last.map((error) => misfitOf(error, here, path, judged.placeOf(schema)));
  };

  /** What the words say that look at nothing but the value itself. */
  const ownMisfits = (schema: SchemaCopy & object, here: unknown, path: JsonPath): Misfit[] => {
    const words = Object.entries(schema).filter(([word]) => isOwnWord(word));
    if (words.length === 0) return [];
    const place = judged.placeOf(schema);
    const alone = ownWords.get(schema) ?? Object.fromEntries(words);
    ownWords.set(schema, alone);
    const errors = judged.errorsOf(alone, here);
    const told = errors.filter(
      ({ schemaPath }) => !/^#\/(?:not|contains|propertyNames)\/./.test(schemaPath),
    );
    return told.map((error) => misfitOf(error, here, path, place));
  };

  const inParts = (schema: SchemaCopy & object, here: unknown, path: JsonPath): Misfit[] => {
    const { $ref, allOf, if: condition, dependentSchemas } = schema;
    const out: Misfit[] = [];
    if (typeof $ref === 'string') out.push(...at(judged.named($ref), here, path));
    if (Array.isArray(allOf)) for (const part of allOf) out.push(...at(part, here, path));
    if (condition !== undefined) {
      const word = judged.matches(condition as SchemaCopy, here) ? 'then' : 'else';
      if (schema[word] !== undefined) out.push(...at(schema[word] as SchemaCopy, here, path));
    }
    if (isRecord(dependentSchemas) && isRecord(here))
      for (const [name, part] of Object.entries(dependentSchemas))
        if (Object.hasOwn(here, name)) out.push(...at(part as SchemaCopy, here, path));
    for (const word of ['oneOf', 'anyOf'])
      if (Array.isArray(schema[word])) out.push(...ofBranches(schema, word, here, path));
    return out;
  };

  const ofBranches = (
    schema: SchemaCopy & object,
    word: string,
    here: unknown,
    path: JsonPath,
  ): Misfit[] => {
    const branches = schema[word] as readonly SchemaCopy[];
    const matching = branches.flatMap((branch, index) =>
      judged.matches(branch, here) ? [index] : [],
    );
    if (word === 'anyOf' ? matching.length > 0 : matching.length === 1) return [];
    if (matching.length > 1) {
      const numbers = matching.map((index) => index + 1).join(' and ');
      const message = `matches the branches ${numbers} of the oneOf, and has to match one alone`;
      return [{ path, keyword: 'oneOf', message, schema: judged.placeOf(schema) }];
    }
    const told = branches.map((branch) => at(branch, here, path));
    return told.toSorted((a, b) => misfitDistance(a, path) - misfitDistance(b, path))[0] ?? [];
  };

  const inMembers = (schema: SchemaCopy & object, here: unknown, path: JsonPath): Misfit[] => {
    const out: Misfit[] = [];
    if (Array.isArray(here)) {
      const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
      for (const [index, item] of here.entries()) {
        const part = (first[index] ?? schema.items ?? true) as SchemaCopy;
        out.push(...at(part, item, [...path, String(index)]));
      }
    } else if (isRecord(here))
      for (const [name, member] of Object.entries(here))
        for (const part of memberSchemas(schema, name)) {
          if (part === false) {
            const message = 'is a property that the schema does not allow';
            const place = judged.placeOf(schema);
            const keyword = 'additionalProperties';
            out.push({ path: [...path, name], keyword, message, schema: place });
          } else out.push(...at(part, member, [...path, name]), ...ofName(part, name, path));
        }
    return out;
  };

  /** What no other word of the schema looks at. */
  const inRest = (schema: SchemaCopy & object, here: unknown, path: JsonPath): Misfit[] => {
    const word = Array.isArray(here) ? 'unevaluatedItems' : 'unevaluatedProperties';
    const part = schema[word] as SchemaCopy | undefined;
    if (part === undefined || !isRecord(here)) return [];
    return unevaluated(schema, here, judged).flatMap((key) =>
      part === false
        ? unevaluatedMisfit([...path, key], word, judged.placeOf(schema))
        : at(part, here[key], [...path, key]),
    );
  };

  const ofName = (part: SchemaCopy, name: string, path: JsonPath): Misfit[] => {
    if (typeof part !== 'object' || part.nameFormat === undefined) return [];
    if (judged.matches({ format: part.nameFormat }, name)) return [];
    const message = `has a name that is no ${part.nameFormat}`;
    return [
      { path: [...path, name], keyword: 'x-pattern-format', message, schema: judged.placeOf(part) },
    ];
  };
  return at(copy, value, []);
}

function isOwnWord(word: string): boolean {
  return assertions.has(word) || ['not', 'contains', 'propertyNames'].includes(word);
}
