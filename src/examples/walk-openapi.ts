import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { behindReferences } from './behind-references.ts';
import type { Check } from './check.ts';
import type { Dialect } from './dialect.ts';
import { type Directions, neither, onlyDirection, request, response } from './directions.ts';
import { exampleValues } from './example-values.ts';
import type { OperationPlace } from './operation-place.ts';
import type { SchemaWalker } from './schema-walker.ts';
import type { Sources } from './sources.ts';
import type { Tell } from './trouble.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

type Visit = (place: Place, directions: Directions) => void;

/** Goes through one OpenAPI document: to each schema, and to each example beside one. */
export function walkOpenapi(
  document: Place,
  dialect: Dialect,
  sources: Sources,
  schemas: SchemaWalker,
  tell: Tell,
): { readonly checks: readonly Check[]; readonly operations: readonly OperationPlace[] } {
  const checks: Check[] = [];
  const operations: OperationPlace[] = [];
  const seen = new Map<unknown, Directions>();

  const child = (place: Place, ...keys: string[]): Place | undefined => {
    let { value } = place;
    for (const key of keys) {
      if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
      value = value[key];
    }
    return value === undefined
      ? undefined
      : { document: place.document, path: [...place.path, ...keys], value };
  };
  const children = (place: Place | undefined): readonly Place[] =>
    place && isRecord(place.value)
      ? Object.keys(place.value).flatMap((key) => child(place, key) ?? [])
      : [];

  /** Goes to what stands at a place, behind its `$ref`: once for each direction. */
  const once =
    (visit: Visit): Visit =>
    (place, directions) => {
      const target = behind(place);
      if (target === undefined || !isRecord(target.value)) return;
      const before = seen.get(target.value) ?? 0;
      if ((before | directions) === before) return;
      seen.set(target.value, before | directions);
      visit(target, directions);
    };
  const behind = (place: Place) => behindReferences(sources, place, tell);
  const each = (visit: Visit, places: readonly Place[], directions: Directions) => {
    for (const place of places) visit(place, directions);
  };
  const under = (visit: Visit, place: Place, key: string, directions: Directions) =>
    each(visit, children(child(place, key)), directions);

  /** A parameter, a header or a media type: what has a schema, and examples beside it. */
  const carrier = (place: Place, directions: Directions, mediaType: string | undefined) => {
    const schema = child(place, 'schema');
    if (schema) schemas.visit(schema, directions, dialect);
    for (const value of exampleValues(sources, place, mediaType, schema, tell)) {
      if (schema === undefined) continue;
      checks.push({
        kind: 'example',
        value,
        schema,
        dialect,
        direction: () => onlyDirection(directions),
      });
    }
  };
  const mediaTypes = (place: Place, directions: Directions) => {
    for (const one of children(child(place, 'content'))) {
      carrier(one, directions, one.path.at(-1));
      for (const encoding of children(child(one, 'encoding')))
        under(header, encoding, 'headers', directions);
    }
  };
  const header = once((place, directions) => {
    carrier(place, directions, undefined);
    mediaTypes(place, directions);
  });
  const body = once(mediaTypes);
  const answer = once((place, directions) => {
    mediaTypes(place, directions);
    under(header, place, 'headers', directions);
  });
  /** The default of a variable has to be among its values, where those are listed. */
  const servers = (place: Place) => {
    for (const server of children(child(place, 'servers')))
      for (const schema of children(child(server, 'variables'))) {
        const value = child(schema, 'default');
        if (value && child(schema, 'enum'))
          checks.push({ kind: 'default', value, schema, dialect, direction: () => undefined });
      }
  };
  const operation = (place: Place, path: Place) => {
    servers(place);
    operations.push({ place, path, responses: responsesOf(place) });
    under(header, place, 'parameters', request);
    const requestBody = child(place, 'requestBody');
    if (requestBody) body(requestBody, request);
    under(answer, place, 'responses', response);
    under(callback, place, 'callbacks', request);
  };
  const responsesOf = (place: Place): OperationPlace['responses'] =>
    children(child(place, 'responses')).flatMap((one) => {
      const target = behind(one);
      return target ? [{ ...target, status: one.path.at(-1) ?? '' }] : [];
    });
  const pathItem = once((place) => {
    servers(place);
    under(header, place, 'parameters', request);
    for (const method of methods) {
      const one = child(place, method);
      if (one && isRecord(one.value)) operation(one, place);
    }
  });
  const callback = once((place, directions) => each(pathItem, children(place), directions));

  servers(document);
  for (const key of ['paths', 'webhooks']) under(pathItem, document, key, request);
  const components = child(document, 'components');
  if (components) {
    for (const schema of children(child(components, 'schemas')))
      schemas.visit(schema, neither, dialect);
    under(answer, components, 'responses', response);
    under(header, components, 'parameters', request);
    under(header, components, 'headers', neither);
    under(body, components, 'requestBodies', request);
    under(callback, components, 'callbacks', request);
    under(pathItem, components, 'pathItems', request);
  }
  return { checks, operations };
}
