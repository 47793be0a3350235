import type { Spoken, SpokenMessage } from '../traffic/spoken.ts';

/** Exchanges on their way to another thread: one block of memory that is handed over as it is. */
export interface PackedExchanges {
  readonly exchanges: readonly PackedExchange[];
  readonly bodies: ArrayBuffer;
}

/** A body is its length in the block; they stand there in their order. */
type PackedMessage = Omit<SpokenMessage, 'body'> & { readonly length?: number };

type PackedExchange = Omit<Spoken, 'request' | 'response'> & {
  readonly request: PackedMessage;
  readonly response: PackedMessage;
};

/** The bodies are copied: pieces of memory that others hold cannot be handed over. */
export function packExchanges(spoken: readonly Spoken[]): PackedExchanges {
  const messages = spoken.flatMap(({ request, response }) => [request, response]);
  const size = messages.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
  const bodies = new ArrayBuffer(size);
  const block = new Uint8Array(bodies);
  let at = 0;
  const pack = ({ body, ...message }: SpokenMessage): PackedMessage => {
    if (body === undefined) return message;
    block.set(body, at);
    at += body.length;
    return { ...message, length: body.length };
  };
  const exchanges = spoken.map((one) => ({
    ...one,
    request: pack(one.request),
    response: pack(one.response),
  }));
  return { exchanges, bodies };
}
