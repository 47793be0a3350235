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
    if ('missing' in decoded) {
      // Media are not kept, and need not be: their type is known without them.
      const isKnown =
        message.body === undefined && isBinary(message.headers['content-type'], new Uint8Array());
      if (isKnown) return { findings: judge(unread(message, decoded.missing)), problems: [] };
      return { findings: [], problems: [], notJudged: `its body ${decoded.missing}` };
    }
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

function read(message: SpokenMessage, bytes: Uint8Array): Read {
  const { headers } = message;
  if (isBinary(headers['content-type'], bytes)) return unread(message, `${bytes.length} bytes`);
  const { text, isUtf8 } = byteText(bytes);
  return { headers, body: text, isUtf8, json: readJson(text) };
}

/** Of media the documents say the type alone. */
function unread({ headers }: SpokenMessage, what: string): Read {
  const json = { ok: false as const, message: 'it is not JSON' };
  return { headers, body: `(${what})`, isUtf8: true, json };
}
