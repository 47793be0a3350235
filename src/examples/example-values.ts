import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { behindReferences } from './behind-references.ts';
import { resolveReference } from './resolve-reference.ts';
import type { Sources } from './sources.ts';
import type { Tell } from './trouble.ts';

/**
 * The values of `example` and `examples` beside a schema: of a media type, a parameter or a header.
 *
 * @param mediaType nothing for a parameter or a header
 */
export function exampleValues(
  sources: Sources,
  place: Place,
  mediaType: string | undefined,
  schema: Place | undefined,
  tell: Tell,
): readonly Place[] {
  const { document, path, value } = place;
  if (!isRecord(value)) return [];
  const found: Place[] = [];
  if ('example' in value)
    found.push({ document, path: [...path, 'example'], value: value.example });
  if (isRecord(value.examples))
    for (const [name, entry] of Object.entries(value.examples)) {
      const at: Place = { document, path: [...path, 'examples', name], value: entry };
      const one = Array.isArray(value.examples) ? at : valueOfEntry(sources, at, mediaType, tell);
      if (one) found.push(one);
    }
  return found.filter((one) => !isWritten(one.value, mediaType, schema?.value));
}

/** The value that an Example Object has, or refers to. */
function valueOfEntry(
  sources: Sources,
  entry: Place,
  mediaType: string | undefined,
  tell: Tell,
): Place | undefined {
  const place = behindReferences(sources, entry, tell);
  if (place === undefined) return undefined;
  const { document, path, value } = place;
  if (!isRecord(value)) return undefined;
  for (const word of ['value', 'dataValue'])
    if (Object.hasOwn(value, word)) return { document, path: [...path, word], value: value[word] };
  if (typeof value.externalValue !== 'string') return undefined;
  if (mediaType !== undefined && !isJson(mediaType)) return undefined;
  const target = resolveReference(sources, place, value.externalValue);
  if (!('trouble' in target)) return target;
  const at = { document, path: [...path, 'externalValue'] };
  tell({
    rule: 'reference-resolves',
    place: at,
    message: `externalValue leads nowhere: ${target.trouble}`,
  });
  return undefined;
}

function isJson(mediaType: string): boolean {
  return (
    /^[^;]*[/+]json\s*(?:;|$)/i.test(mediaType) ||
    mediaType === '*/*' ||
    mediaType === 'application/*'
  );
}

/** Whether a value is what goes over the wire, in a form that is not JSON, and no value of the schema. */
function isWritten(value: unknown, mediaType: string | undefined, schema: unknown): boolean {
  if (typeof value !== 'string' || mediaType === undefined || isJson(mediaType)) return false;
  const isText = isRecord(schema) && [schema.type].flat().includes('string');
  return !(isText || mediaType.startsWith('text/plain'));
}
