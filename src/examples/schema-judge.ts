import type { Ajv2020, AnySchema, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Place } from '../openapi/documents.ts';
import { compilePattern } from '../schema/compile-pattern.ts';
import { createAjv } from '../schema/create-ajv.ts';
import { explain } from './explain.ts';
import { formatsNotLookedAt } from './formats.ts';
import type { Misfit } from './misfit.ts';
import { type CopyMode, SchemaCopies } from './schema-copies.ts';
import type { SchemaCopy } from './schema-copy.ts';
import type { Sources } from './sources.ts';

/** Holds values against schemas of one mode, each compiled when it is first asked for. */
export interface SchemaJudge {
  /** What of a value its schema does not allow: nothing where it allows it. */
  judge(value: unknown, schema: Place, isWithoutEnum: boolean): readonly Misfit[];
}

/** @param mode how the schemas are read */
export function createSchemaJudge(sources: Sources, mode: CopyMode): SchemaJudge {
  const copies = new SchemaCopies(sources, mode);
  const quick = ajvFor(false);
  const known = new Set<string>();

  const addReferred = (): void => {
    for (const [name, copy] of copies.referred) {
      if (known.has(name)) continue;
      known.add(name);
      for (const ajv of [quick, thorough]) ajv.addSchema(copy as AnySchema, name, false, false);
    }
  };
  const thorough = ajvFor(true);
  const compile = (ajv: Ajv2020, copy: SchemaCopy): ValidateFunction => {
    addReferred();
    return ajv.compile(copy as AnySchema);
  };

  return {
    judge(value, schema, isWithoutEnum) {
      let copy = copies.of(schema);
      if (isWithoutEnum && typeof copy === 'object') {
        const { enum: _enum, const: _const, ...rest } = copy;
        copy = rest;
      }
      if (copy === true || isPlainMatch(copy, value)) return [];
      if (compile(quick, copy)(value)) return [];
      return explain(copy, value, {
        errorsOf: (part, of) => {
          const validate = compile(thorough, part);
          return validate(of) ? [] : ((validate.errors ?? []) as ErrorObject[]);
        },
        matches: (part, of) => compile(quick, part)(of),
        named: (name) => copies.referred.get(name) ?? true,
        placeOf: (part) => copies.placeOf(part) ?? schema,
      });
    },
  };
}

/** Most schemas say nothing but a type: what it allows needs no compiler. */
function isPlainMatch(copy: SchemaCopy, value: unknown): boolean {
  if (typeof copy !== 'object') return false;
  for (const word in copy) if (word !== 'type') return false;
  const { type } = copy;
  return type === undefined || (typeof value === type && value !== null && !Array.isArray(value));
}

function ajvFor(isThorough: boolean): Ajv2020 {
  const ajv = createAjv(
    {
      strict: false,
      validateSchema: false,
      addUsedSchema: false,
      allErrors: isThorough,
      messages: isThorough,
      verbose: isThorough,
      multipleOfPrecision: 9,
    },
    'full',
  );
  for (const name of formatsNotLookedAt) if (!ajv.formats[name]) ajv.addFormat(name, true);
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

function matchesFormat(ajv: Ajv2020, name: string, value: string): boolean {
  const format = ajv.formats[name];
  if (format === undefined || typeof format === 'boolean') return true;
  if (typeof format === 'string') return compilePattern(format).test(value);
  if (format instanceof RegExp) return format.test(value);
  if (typeof format === 'function') return Boolean(format(value));
  const { validate } = format;
  if (validate instanceof RegExp) return validate.test(value);
  return typeof validate === 'function'
    ? Boolean((validate as (text: string) => unknown)(value))
    : true;
}
