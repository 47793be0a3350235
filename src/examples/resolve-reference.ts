import { fileName, type Place } from '../openapi/documents.ts';
import { isRecord, readPointer } from '../openapi/json-pointer.ts';
import type { Sources } from './sources.ts';

/** Where a reference leads, or why it leads nowhere, in half a sentence. */
export type Resolved = Place | { readonly trouble: string };

/**
 * Follows one reference.
 *
 * @param from where it stands: what it is relative to
 */
export function resolveReference(sources: Sources, from: Place, reference: string): Resolved {
  const base = sources.identifiers(from.document).baseAt(from.path) ?? from.document;
  if (!URL.canParse(reference, base)) return { trouble: `${reference} is no URI` };
  const url = new URL(reference, base);
  const fragment = url.hash.slice(1);
  url.hash = '';
  const own = sources.identifiers(from.document).named;
  const pointer = readPointer(fragment);
  if (pointer === undefined) {
    const named = own.get(`${url.href}#${fragment}`);
    if (named !== undefined) return named;
    // A resource that this very document holds under its `$id` is not looked for elsewhere.
    if (own.has(url.href)) return { trouble: `there is no anchor ${fragment} in ${url.href}` };
    return anchorOf(sources, url.href, fragment);
  }
  const root = own.get(url.href) ?? wholeDocument(sources, url.href);
  if ('trouble' in root) return root;
  let value: unknown = root.value;
  for (const key of pointer) {
    if (!isRecord(value) || !Object.hasOwn(value, key))
      return { trouble: `there is no ${reference}` };
    value = value[key];
  }
  return { document: root.document, path: [...root.path, ...pointer], value };
}

function anchorOf(sources: Sources, document: string, anchor: string): Resolved {
  const whole = wholeDocument(sources, document);
  if ('trouble' in whole) return whole;
  const named = sources.identifiers(document).named.get(`${document}#${anchor}`);
  return named ?? { trouble: `there is no anchor ${anchor} in ${fileName(document)}` };
}

function wholeDocument(sources: Sources, uri: string): Resolved {
  const source = sources.open(uri);
  if (source instanceof Error) return { trouble: source.message };
  if (source.trouble) return { trouble: `${fileName(uri)} cannot be read` };
  return sources.root(source);
}

/** A place, or what its `$ref` leads to, and so on; of a circle or a broken one, nothing. */
export function followReferences(sources: Sources, place: Place): Place | undefined {
  const seen = new Set<unknown>();
  let next = place;
  while (isRecord(next.value) && typeof next.value.$ref === 'string') {
    if (seen.has(next.value)) return undefined;
    seen.add(next.value);
    const target = resolveReference(sources, next, next.value.$ref);
    if ('trouble' in target) return undefined;
    next = target;
  }
  return next;
}
