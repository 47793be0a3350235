import type { DocumentedResponse, Operation } from '../model/operation.ts';

/** A response as documented, and the key it stands under: `200`, `4XX` or `default`. */
export interface FoundResponse extends DocumentedResponse {
  readonly key: string;
}

/** What was found, for each of many answers. */
const known = new WeakMap<DocumentedResponse, FoundResponse>();

/** What the document says of a status: the status itself first, then `4XX`, then `default`. */
export function documentedResponse(
  { responses }: Operation,
  status: number,
): FoundResponse | undefined {
  for (const key of [String(status), `${Math.floor(status / 100)}XX`, 'default']) {
    const response = responses[key];
    // "All else" does not allow a homeserver to fail.
    if (response && !(key === 'default' && status >= 500)) return named(response, key);
  }
  return undefined;
}

function named(response: DocumentedResponse, key: string): FoundResponse {
  const before = known.get(response);
  // Two keys may share what they say.
  if (before?.key === key) return before;
  const found = { ...response, key };
  known.set(response, found);
  return found;
}
