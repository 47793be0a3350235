import type { Readable } from 'node:stream';
import { TransportError } from './transport-error.ts';

/**
 * The whole body, as long as it is not larger than the bound.
 * @throws TransportError for a body that goes on beyond it; the connection is closed.
 */
export async function readBounded(
  stream: Readable,
  largest: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted();
    size += chunk.length;
    if (size > largest) {
      stream.destroy();
      throw new TransportError(`the answer is larger than ${largest / 1024 / 1024} MiB`);
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
