import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';

/** A value in a YAML document: relative references in it are read from `file`. */
export interface Place {
  readonly file: URL;
  readonly value: unknown;
}

const documents = new Map<string, unknown>();

/** The mapping that a value is; an empty one for anything else. */
export function asMapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The whole document in a file, which is read once. Throws where there is none, or no YAML. */
export function readDocument(file: URL): Place {
  if (!documents.has(file.href))
    documents.set(file.href, load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }));
  return { file, value: documents.get(file.href) };
}

/**
 * Where a `$ref` in `from` leads: another file, relative to this one, and a JSON pointer in it.
 * Throws where it leads nowhere.
 */
export function followReference(reference: string, from: URL): Place {
  const target = new URL(reference, from);
  const pointer = decodeURIComponent(target.hash.slice(1));
  target.hash = '';
  let { value } = readDocument(target);
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) value = value[Number(key)];
    else value = Object.hasOwn(asMapping(value), key) ? asMapping(value)[key] : undefined;
  }
  if (value === undefined) throw new Error(`${reference} leads nowhere from ${from.pathname}`);
  return { file: target, value };
}

/** What stands at a place in the end: behind its `$ref`, and behind the one found there. */
export function resolvePlace(place: Place): Place {
  const { $ref } = asMapping(place.value);
  return typeof $ref === 'string' ? resolvePlace(followReference($ref, place.file)) : place;
}
