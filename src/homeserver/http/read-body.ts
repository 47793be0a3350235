import type { IncomingMessage } from 'node:http';
import { MatrixError } from './matrix-error.ts';

/** The longest body that is kept, in bytes: sixteen times the largest event. */
const longestBody = 16 * 65_536;

/**
 * The bytes of a request's body; undefined when it is longer than the homeserver takes.
 * The rest of a long body is read and forgotten, so that the client gets to see the answer.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= longestBody) chunks.push(chunk);
  }
  return length <= longestBody ? Buffer.concat(chunks) : undefined;
}

/** The error for a body of which `readBody` kept nothing. */
export function bodyTooLarge(): MatrixError {
  return new MatrixError(413, 'M_TOO_LARGE', `The body is longer than ${longestBody} bytes`);
}
