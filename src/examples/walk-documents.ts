import { fileURLToPath, pathToFileURL } from 'node:url';
import { fileName } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { preview } from '../schema/preview.ts';
import type { Check } from './check.ts';
import { dialectOf } from './dialect.ts';
import { neither } from './directions.ts';
import { eventSchemaOf, isEventExample } from './event-schema.ts';
import type { OperationPlace } from './operation-place.ts';
import { SchemaWalker } from './schema-walker.ts';
import { isLikeSchema } from './schema-words.ts';
import type { Source, Sources } from './sources.ts';
import type { Tell } from './trouble.ts';
import { walkOpenapi } from './walk-openapi.ts';

/** A document to begin with. */
export interface Start {
  readonly uri: string;
  /** Somebody named it, so that it has to be something that can be checked. */
  readonly isNamed: boolean;
  /** It lies in a folder of examples, and is no schema unless it says so. */
  readonly isIllustration: boolean;
}

/** All that was found in documents. */
export interface Walked {
  readonly checks: readonly Check[];
  readonly operations: readonly OperationPlace[];
  readonly schemas: number;
  /** Documents that could not be checked, in a sentence each. */
  readonly unchecked: readonly string[];
}

/** Goes through documents and all that they refer to, and gathers what has to match what. */
export function walkDocuments(starts: readonly Start[], sources: Sources, tell: Tell): Walked {
  const schemas = new SchemaWalker(sources, tell);
  const checks: Check[] = [];
  const operations: OperationPlace[] = [];
  const unchecked: string[] = [];
  /** What does not say what it is: what others refer to is known by the time they were read. */
  const fragments: (Start & { readonly source: Source })[] = [];

  for (const start of starts) {
    const { uri } = start;
    const source = sources.open(uri);
    if (source instanceof Error) {
      unchecked.push(source.message);
      continue;
    }
    if (source.trouble) continue;
    const { value } = source;
    const place = sources.root(source);
    if (isRecord(value) && 'openapi' in value) {
      const dialect = dialectOf(value.openapi);
      if (dialect === undefined) {
        unchecked.push(
          `${fileName(uri)} is not checked: nobody knows OpenAPI ${version(value.openapi)}`,
        );
        continue;
      }
      within(source, tell, () => {
        const found = walkOpenapi(place, dialect, sources, schemas, tell);
        checks.push(...found.checks);
        operations.push(...found.operations);
      });
    } else if (isRecord(value) && 'swagger' in value)
      unchecked.push(
        `${fileName(uri)} is not checked: it is Swagger ${version(value.swagger)}, and no OpenAPI 3`,
      );
    else fragments.push({ ...start, source });
  }

  for (const { source, isNamed, isIllustration } of fragments) {
    const place = sources.root(source);
    const file = source.uri.startsWith('file:') ? fileURLToPath(source.uri) : undefined;
    const found = file === undefined ? undefined : eventSchemaOf(file);
    if (found && 'missing' in found) {
      const message = `there is no schema ${found.missing} for this example`;
      tell({ rule: 'event-example-has-schema', place, message });
    } else if (found) {
      const schema = sources.open(pathToFileURL(found.schema).href);
      if (schema instanceof Error) unchecked.push(schema.message);
      else if (!schema.trouble) {
        const whole = sources.root(schema);
        within(schema, tell, () => schemas.visit(whole, neither, '2020-12'));
        checks.push({
          kind: 'example',
          value: place,
          schema: whole,
          dialect: '2020-12',
          direction: () => undefined,
        });
      }
    } else if (file !== undefined && isEventExample(file)) continue;
    else if (isIllustration && !saysSchema(source.value)) continue;
    else if (schemas.hasMet(source.value)) continue;
    else if (isLikeSchema(source.value) || (isNamed && typeof source.value === 'boolean'))
      within(source, tell, () => schemas.visit(place, neither, '2020-12'));
    else if (isNamed)
      unchecked.push(
        `${fileName(source.uri)} is not checked: it is neither OpenAPI nor a JSON Schema`,
      );
  }
  return {
    checks: [...checks, ...schemas.checks],
    operations,
    schemas: schemas.schemas,
    unchecked,
  };
}

/** Nothing that is nested deeper than the stack ends more than the reading of its own document. */
function within(source: Source, tell: Tell, walk: () => void): void {
  try {
    walk();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const place = { document: source.uri, path: [] };
    tell({ rule: 'check-ends', place, message: 'this document is nested too deeply' });
  }
}

function version(value: unknown): string {
  return typeof value === 'string' ? value : preview(value);
}

function saysSchema(value: unknown): boolean {
  return isRecord(value) && typeof value.$schema === 'string';
}
