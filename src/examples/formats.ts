import { createAjv } from '../schema/create-ajv.ts';

/**
 * Formats of JSON Schema and of OpenAPI's registry of formats that are known and not looked at: of
 * some nobody checks the grammar, and some say how a value is shown.
 */
const unlooked = `idn-email idn-hostname iri iri-reference int8 int16 uint8 uint16 uint32 uint64
  double-int decimal decimal128 binary byte password base64url char commonmark html http-date
  media-range sf-binary sf-boolean sf-decimal sf-integer sf-string sf-token unixtime`.split(/\s+/);

let known: ReadonlySet<string> | undefined;

/** Whether anybody knows a format. */
export function isFormat(name: string): boolean {
  known ??= new Set([...Object.keys(createAjv().formats), ...unlooked]);
  return known.has(name);
}

/** The formats that are known and not looked at. */
export const formatsNotLookedAt: readonly string[] = unlooked;
