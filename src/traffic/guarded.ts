import { byteText } from '../client/byte-text.ts';
import { readJson } from '../client/read-json.ts';
import { SpecificationError } from '../openapi/specification-error.ts';
import type { ReceivedResponse } from '../validate/received-response.ts';
import { decodeBody } from './decode-body.ts';
import { isBinary } from './is-binary.ts';
import { largestJudged } from './largest-judged.ts';
import type { SpokenMessage } from './spoken.ts';

/** What one side of an exchange came to. */
export interface Guarded<Found> {
  readonly findings: readonly Found[];
  readonly problems: readonly string[];
  readonly notJudged?: string;
}

type Read = Omit<ReceivedResponse, 'status'>;

/**
 * Judges one side of an exchange. What goes wrong there is told, and does not keep the other side
 * from being judged.
 */
export function guarded<Found>(
  message: SpokenMessage,
  judge: (message: Read) => readonly Found[],
): Guarded<Found> {
  try {
    const decoded = decodeBody(message, largestJudged);
    if ('missing' in decoded)
      return { findings: [], problems: [], notJudged: `its body ${decoded.missing}` };
    return { findings: judge(read(message, decoded.bytes)), problems: [] };
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    // Of an error of the body the message is a sentence of ours; any other is a fault of ours.
    const isOfBody = error instanceof Error && /^(?:Error|TransportError)$/.test(error.name);
    if (isOfBody) return { findings: [], problems: [], notJudged: told };
    const isOfDocument = error instanceof SpecificationError;
    const notJudged = isOfDocument ? 'a schema does not compile' : 'the checker went wrong';
    return { findings: [], problems: [`${notJudged}: ${told}`], notJudged };
  }
}

function read({ headers }: SpokenMessage, bytes: Uint8Array): Read {
  if (isBinary(headers['content-type'], bytes)) {
    // Of media the documents say the type alone.
    const body = `(${bytes.length} bytes)`;
    return { headers, body, isUtf8: true, json: { ok: false, message: 'it is not JSON' } };
  }
  const { text, isUtf8 } = byteText(bytes);
  return { headers, body: text, isUtf8, json: readJson(text) };
}
