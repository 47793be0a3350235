import type { Ajv2020, AnySchema, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Place } from '../openapi/documents.ts';
import { createAjv } from '../schema/create-ajv.ts';
import { addEqualityWords } from './equality-words.ts';
import { explain } from './explain.ts';
import { formatsNotLookedAt } from './formats.ts';
import { isPlainMatch } from './is-plain-match.ts';
import { matchesFormat } from './matches-format.ts';
import type { Misfit } from './misfit.ts';
import { type CopyMode, SchemaCopies } from './schema-copies.ts';
import type { SchemaCopy } from './schema-copy.ts';
import type { Sources } from './sources.ts';
import { type Known, unevaluated } from './unevaluated.ts';

/** Holds values against schemas of one mode, each compiled when it is first asked for. */
export interface SchemaJudge {
  /** What of a value its schema does not allow: nothing where it allows it. */
  judge(value: unknown, schema: Place, isWithoutEnum: boolean): readonly Misfit[];
}

/** @param mode how the schemas are read */
export function createSchemaJudge(sources: Sources, mode: CopyMode): SchemaJudge {
  const copies = new SchemaCopies(sources, mode);
  const about: Known = {
    matches: (part, of) => compile(quick, part)(of),
    named: (name) => copies.referred.get(name) ?? true,
  };
  const quick = ajvFor(false, about);
  /** Each the same each time, as Ajv compiles, and keeps, each that it has not met. */
  const withoutEnum = new WeakMap<SchemaCopy & object, SchemaCopy>();
  const thorough = ajvFor(true, about);

  const addReferred = (): void => {
    for (const [name, copy] of copies.newlyReferred()) {
      for (const ajv of [quick, thorough]) ajv.addSchema(copy as AnySchema, name, false, false);
    }
  };
  const compile = (ajv: Ajv2020, copy: SchemaCopy): ValidateFunction => {
    addReferred();
    return ajv.compile(copy as AnySchema);
  };

  return {
    judge(value, schema, isWithoutEnum) {
      let copy = copies.of(schema);
      if (isWithoutEnum && typeof copy === 'object') {
        const { enum: _enum, const: _const, ...others } = copy;
        const known = withoutEnum.get(copy) ?? others;
        withoutEnum.set(copy, known);
        copy = known;
      }
      if (copy === true || isPlainMatch(copy, value, quick)) return [];
      if (compile(quick, copy)(value)) return [];
      return explain(copy, value, {
        errorsOf: (part, of) => {
          const validate = compile(thorough, part);
          return validate(of) ? [] : ((validate.errors ?? []) as ErrorObject[]);
        },
        ...about,
        placeOf: (part) => copies.placeOf(part) ?? schema,
      });
    },
  };
}

/** The words that say something of what no other word looks at, and of what type. */
const rest = { unevaluatedProperties: 'object', unevaluatedItems: 'array' } as const;

function ajvFor(isThorough: boolean, about: Known): Ajv2020 {
  const ajv = createAjv(
    {
      strict: false,
      // A lone `then` says nothing, and is no fault; `createAjv` is strict in this on its own.
      strictSchema: false,
      // Of an object without a `toString` of its own, `toString` is no property.
      ownProperties: true,
      validateSchema: false,
      addUsedSchema: false,
      inlineRefs: false,
      allErrors: isThorough,
      messages: isThorough,
      verbose: isThorough,
      multipleOfPrecision: 9,
    },
    'full',
  );
  for (const name of formatsNotLookedAt) if (!ajv.formats[name]) ajv.addFormat(name, true);
  addEqualityWords(ajv);
  for (const [keyword, type] of Object.entries(rest)) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      keyword,
      type,
      schemaType: ['boolean', 'object'],
      validate: (
        part: SchemaCopy,
        value: Record<string, unknown>,
        schema?: SchemaCopy & object,
      ): boolean =>
        part === true ||
        unevaluated(schema ?? {}, value, about).every((key) => about.matches(part, value[key])),
    });
  }
  ajv.addKeyword({
    keyword: 'unsent',
    type: 'object',
    schemaType: 'array',
    validate: (names: readonly string[], value: object) =>
      !names.some((name) => Object.hasOwn(value, name)),
  });
  ajv.addKeyword({
    keyword: 'nameFormat',
    schemaType: 'string',
    validate: (
      format: string,
      _value: unknown,
      _schema?: unknown,
      at?: { parentDataProperty: unknown },
    ) =>
      typeof at?.parentDataProperty !== 'string' ||
      matchesFormat(ajv, format, at.parentDataProperty),
  });
  return ajv;
}
