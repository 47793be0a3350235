import type { AnySchema, ValidateFunction } from 'ajv/dist/2020.js';
import type { Documents, Place } from '../openapi/documents.ts';
import { SpecificationError } from '../openapi/specification-error.ts';
import { createAjv } from '../schema/create-ajv.ts';
import { copySchema } from './copy-schema.ts';

/** Compiles the schemas of documents, each when it is first asked for, and once. */
export interface SchemaCompiler {
  /**
   * @param uri absolute: of a document, with `#` and a JSON pointer
   * @param correct makes another schema of the one that stands there
   * @throws SpecificationError at the place of what does not compile
   */
  compile(uri: string, correct?: (schema: unknown) => unknown): ValidateFunction;
}

/**
 * The compiler for the schemas of some documents.
 * @param isThorough whether what it compiles goes on after the first error
 */
export function createSchemaCompiler(documents: Documents, isThorough = false): SchemaCompiler {
  const ajv = createAjv({ allErrors: isThorough });
  const words = {
    isWord: (word: string) => Object.hasOwn(ajv.RULES.keywords, word),
    isFormat: (format: string) => Object.hasOwn(ajv.formats, format),
  };
  // Ajv knows each schema under a name without a fragment: it would otherwise take the document
  // around it for a schema too, and lose its way in a chain of bare `$ref`s.
  const names = new Map<string, string>();
  const compiled = new Map<string, ValidateFunction>();
  // What is asked for again is told as it was: half of it is with Ajv already.
  const failed = new Map<string, SpecificationError>();

  const add = (name: string, schema: Place): void => {
    for (const _ of documents.chain(schema)); // a circle of bare `$ref`s throws here
    const copy = copySchema(schema, documents, words, nameOf) as AnySchema;
    if (!ajv.validateSchema(copy)) {
      const [error] = ajv.errors ?? [];
      const keys = (error?.instancePath ?? '').split('/').slice(1).map(unescapeToken);
      throw documents.defect(schema, `this is no JSON Schema: ${error?.message}`, ...keys);
    }
    ajv.addSchema(copy, name, false, false);
  };
  const nameOf = (uri: string): string => {
    const known = names.get(uri);
    if (known !== undefined) return known;
    const name = `schema:/${names.size}`;
    names.set(uri, name); // before its parts, which may refer back to it
    add(name, placeOf(uri));
    return name;
  };
  const placeOf = (uri: string): Place => {
    const place = documents.at(uri);
    if (place === undefined) throw new SpecificationError(`There is no schema ${uri}.`);
    return place;
  };
  // Most errors are nothing but a `$ref` to the same schema: it is compiled once for all of them.
  const withoutBareReference = (uri: string): string => {
    let end = uri;
    for (const { value } of documents.chain(placeOf(uri))) {
      if (!isBareReference(value)) break;
      end = value.$ref;
    }
    return end;
  };

  return {
    compile(uri, correct) {
      const key = correct ? `corrected ${uri}` : uri;
      const known = compiled.get(key);
      if (known) return known;
      const before = failed.get(key);
      if (before) throw before;
      const place = placeOf(uri);
      try {
        let name: string;
        if (correct) {
          name = `schema:/corrected/${compiled.size}`;
          add(name, { ...place, value: correct(place.value) });
        } else name = nameOf(withoutBareReference(uri));
        const validate = ajv.getSchema(name);
        if (!validate) throw new Error('Ajv does not find it');
        compiled.set(key, validate);
        return validate;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const defect =
          error instanceof SpecificationError
            ? error
            : documents.defect(place, `this schema does not compile: ${reason}`);
        failed.set(key, defect);
        throw defect;
      }
    },
  };
}

function isBareReference(value: unknown): value is { readonly $ref: string } {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return false;
  return typeof value.$ref === 'string' && Object.keys(value).length === 1;
}

function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
