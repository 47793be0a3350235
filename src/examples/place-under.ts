import type { Place } from '../openapi/documents.ts';

/** The place of a value under some keys of another place. */
export function placeUnder(place: Place, value: unknown, ...keys: string[]): Place {
  return { document: place.document, path: [...place.path, ...keys], value };
}
