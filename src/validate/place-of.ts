import type { ErrorObject } from 'ajv';

// Written with `+` for a star, which would end the comment: `/rooms/join/+/timeline/limited type`.
/**
 * Where in a body something is wrong, the same for every body that is wrong there: the place of the
 * value with a star for the index of a list and for each id of a map, what is missing there, and the
 * word of the schema that it breaks.
 */
export function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  const tokens = instancePath.split('/').slice(1);
  const missing = typeof params.missingProperty === 'string' ? [params.missingProperty] : [];
  const place = [...tokens, ...missing].map((token) => `/${isChanging(token) ? '*' : token}`);
  return `${place.join('')} ${keyword}`.trim().slice(0, 200);
}

/** An index, an id of Matrix or of a device, a key: `0`, `@alice:hs.test`, `JLAFKJWSCS`. */
function isChanging(token: string): boolean {
  return /^(?:\d+|[!@$#+].*|.*:.*|[A-Z]{8,}|(?=.*\d)[\w-]{20,})$/.test(token) || token.length > 64;
}
