import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { SpokenMessage } from './spoken.ts';
import { tooLarge } from './too-large.ts';

/** A body without its encoding, or why there is none to look at. */
export type DecodedBody =
  | { readonly bytes: Uint8Array }
  /** `isBroken` where it is there as a whole, and is not what its encoding says. */
  | { readonly missing: string; readonly isBroken?: true };

/** Nobody has two; each takes its time, and a header has room for thousands. */
const mostEncodings = 4;

/** Takes the `Content-Encoding` off a body; no more than so many bytes are unpacked, or taken. */
export function decodeBody(message: SpokenMessage, largest: number): DecodedBody {
  const { body, missing, headers } = message;
  if (body === undefined) return { missing: missing ?? 'was not kept' };
  const encodings = (headers['content-encoding'] ?? 'identity').toLowerCase().split(',');
  if (encodings.length > mostEncodings) return { missing: 'is encoded too many times' };
  let bytes = body;
  for (const encoding of encodings.map((one) => one.trim()).reverse()) {
    if (encoding === 'identity' || encoding === '' || bytes.length === 0) continue;
    const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
    if (unpack === undefined) return { missing: 'is of an encoding that is not known' };
    try {
      bytes = unpack(bytes, largest);
    } catch (error) {
      if (isTooLarge(error)) return { missing: tooLarge(largest) };
      return { missing: `cannot be unpacked as ${encoding}`, isBroken: true };
    }
  }
  if (bytes.length > largest) return { missing: tooLarge(largest) };
  return { bytes };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

const unpackers: Readonly<
  Record<string, ((bytes: Uint8Array, most: number) => Uint8Array) | undefined>
> = {
  gzip: (bytes, most) => gunzipSync(bytes, { maxOutputLength: most }),
  'x-gzip': (bytes, most) => gunzipSync(bytes, { maxOutputLength: most }),
  br: (bytes, most) => brotliDecompressSync(bytes, { maxOutputLength: most }),
  deflate: (bytes, most) => {
    // Some servers leave the wrapping of zlib out.
    try {
      return inflateSync(bytes, { maxOutputLength: most });
    } catch {
      return inflateRawSync(bytes, { maxOutputLength: most });
    }
  },
};
