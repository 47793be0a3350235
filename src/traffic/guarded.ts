import { byteText } from '../client/byte-text.ts';
import { readJson } from '../client/read-json.ts';
import { SpecificationError } from '../openapi/specification-error.ts';
import type { ReceivedResponse } from '../validate/received-response.ts';
import { decodeBody } from './decode-body.ts';
import { isBinary } from './is-binary.ts';
import { largestJudged } from './largest-judged.ts';
import { seenAsMedia } from './seen-as-media.ts';
import type { SpokenMessage } from './spoken.ts';

/** What one side of an exchange came to. */
export interface Guarded<Found> {
  readonly findings: readonly Found[];
  readonly problems: readonly string[];
  readonly notJudged?: string;
  /** Where it is not judged: whether what there is without its body was looked at. */
  readonly isInPart?: true;
}

type Read = Omit<ReceivedResponse, 'status'>;

/** How one side of an exchange is judged. */
export interface Judging<Found> {
  whole(message: Read): readonly Found[];
  /** Where nobody has its body; none where nothing can be said then. */
  head?(headers: SpokenMessage['headers']): {
    readonly findings: readonly Found[];
    /** Whether a body would not have mattered. */
    readonly isWhole: boolean;
  };
}

/**
 * Judges one side of an exchange. What goes wrong there is told, and does not keep the other side
 * from being judged.
 */
export function guarded<Found>(message: SpokenMessage, judging: Judging<Found>): Guarded<Found> {
  return told(() => {
    const decoded = decodeBody(message, largestJudged);
    if ('missing' in decoded && decoded.isBroken === true) {
      const what = `${message.body?.length ?? 0} bytes, which no client can unpack`;
      return { findings: judging.whole(unread(message, what)), problems: [] };
    }
    if ('missing' in decoded) return withoutBody(message, judging, `its body ${decoded.missing}`);
    const { bytes } = decoded;
    return told(
      () => ({ findings: judging.whole(read(message, bytes)), problems: [] }),
      (why) => withoutBody(message, judging, why),
    );
  });
}

function withoutBody<Found>(
  message: SpokenMessage,
  { whole, head }: Judging<Found>,
  why: string,
): Guarded<Found> {
  const { headers } = message;
  // Media are not kept, and need not be: their type is known without them.
  const isKnown = message.body === undefined && isBinary(headers['content-type'], new Uint8Array());
  const isSeen = message.missing === seenAsMedia;
  if (head !== undefined && !(isKnown && isSeen)) {
    const { findings, isWhole } = head(headers);
    const part = isWhole ? {} : { notJudged: why, isInPart: true as const };
    return { findings, problems: [], ...part };
  }
  if (isKnown) return { findings: whole(unread(message, message.missing ?? why)), problems: [] };
  return { findings: [], problems: [], notJudged: why };
}

function told<Found>(
  judge: () => Guarded<Found>,
  /** Given what is wrong with the body, where that is it. */
  otherwise = (why: string): Guarded<Found> => ({ findings: [], problems: [], notJudged: why }),
): Guarded<Found> {
  try {
    return judge();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Of an error of the body the message is a sentence of ours; any other is a fault of ours.
    const isOfBody = error instanceof Error && /^(?:Error|TransportError)$/.test(error.name);
    if (isOfBody) return otherwise(message);
    const isOfDocument = error instanceof SpecificationError;
    const notJudged = isOfDocument ? 'a schema does not compile' : 'the checker went wrong';
    return { findings: [], problems: [`${notJudged}: ${message}`], notJudged };
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
