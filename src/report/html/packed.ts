import { deflateRawSync } from 'node:zlib';

/** A value as JSON, deflated, in base64; in the page `unpack` reads it. */
export function packed(value: unknown): string {
  return deflateRawSync(JSON.stringify(value)).toString('base64');
}
