/** A JSON object as it came from a client: nothing is known of its values. */
export type JsonObject = { readonly [name: string]: unknown };

/** True for `{…}`: not for null, arrays and scalars. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
