import type { Spoken, SpokenMessage } from '../traffic/spoken.ts';
import type { PackedExchanges } from './pack-exchanges.ts';

type PackedMessage = PackedExchanges['exchanges'][number]['request'];

/** What was packed, without copying it once more. */
export function unpackExchanges({ exchanges, bodies }: PackedExchanges): readonly Spoken[] {
  let at = 0;
  const unpack = ({ length, ...message }: PackedMessage): SpokenMessage => {
    if (length === undefined) return message;
    const body = new Uint8Array(bodies, at, length);
    at += length;
    return { ...message, body };
  };
  return exchanges.map((one) => ({
    ...one,
    request: unpack(one.request),
    response: unpack(one.response),
  }));
}
