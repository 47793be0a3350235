import type { SpokenMessage } from '../spoken.ts';

/** Why a body is missing. */
export const notRecorded = 'was not recorded';

/** The bytes that a text of a HAR file stands for. */
export function harText(text: string, encoding: string | undefined): Uint8Array {
  return Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8');
}

/**
 * A message with a body that is there without its encoding, as HAR 1.2 asks for. Some programs write
 * the bytes as they came: then they begin as gzip does.
 */
export function harBody(headers: SpokenMessage['headers'], body: Uint8Array): SpokenMessage {
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  if (isPacked || headers['content-encoding'] === undefined) return { headers, body };
  const { 'content-encoding': _, ...plain } = headers;
  return { headers: plain, body };
}
