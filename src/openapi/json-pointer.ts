/** A value of a document, by the keys that lead to it (RFC 6901, without its escapes). */
export type JsonPath = readonly string[];

/** The keys of a pointer as it stands in the fragment of a URI; none where it is no pointer. */
export function readPointer(fragment: string): JsonPath | undefined {
  if (fragment === '') return [];
  if (!fragment.startsWith('/')) return undefined;
  try {
    return fragment
      .slice(1)
      .split('/')
      .map((token) => decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~'));
  } catch {
    return undefined;
  }
}

/** The pointer as it stands in the fragment of a URI: `/paths/~1sync/get`. */
export function writePointer(path: JsonPath): string {
  return path
    .map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');
}

/** The value under a path; `undefined` where it leads nowhere. */
export function valueAt(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const key of path) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Whether a value has keys: an object, or an array by its indices. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
