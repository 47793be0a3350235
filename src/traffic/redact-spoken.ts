import { blotMembers } from '../client/blot-members.ts';
import { byteText } from '../client/byte-text.ts';
import { readJson } from '../client/read-json.ts';
import { mask, Redactor } from '../client/redactor.ts';
import type { FoundOperation } from '../openapi/operation-index.ts';
import { decodeBody } from './decode-body.ts';
import { isBinary } from './is-binary.ts';
import { isContent } from './is-content.ts';
import { largestJudged } from './largest-judged.ts';
import { redactHeaders } from './redact-headers.ts';
import { redactJson, secretNames } from './redact-json.ts';
import { redactParameters } from './redact-parameters.ts';
import { redactText } from './redact-text.ts';
import type { Spoken, SpokenMessage } from './spoken.ts';

/**
 * So many are looked for elsewhere in their exchange, those of the request first; all are replaced
 * where they stand. Whoever sends thousands would keep the checker busy.
 */
const mostSecrets = 40;

/** An exchange that may be kept and shown. */
export interface RedactedSpoken {
  /** Its bodies are decoded, whole, and written anew where they are JSON. */
  readonly spoken: Spoken;
  /** Another text without the secrets of this exchange. */
  clean(text: string): string;
}

/**
 * An exchange without its secrets and, unless they are to be shown, without what users wrote. Each
 * exchange is looked at for itself: what is remembered of one would have no end.
 */
export function redactSpoken(
  spoken: Spoken,
  found: FoundOperation | undefined,
  showContents: boolean,
): RedactedSpoken {
  const redactor = new Redactor();
  let room = mostSecrets;
  const learn = (secret: string) => {
    // A short one would blot out half of what is shown, the names of members among it.
    if (room === 0 || secret.length < 6 || /^[a-z_]+$/.test(secret)) return;
    room -= 1;
    redactor.learn(secret);
  };
  const messageOf = (message: SpokenMessage, isContent: boolean): SpokenMessage => {
    const headers = redactHeaders(message.headers, learn);
    const { 'content-encoding': _, ...plain } = headers;
    const decoded = decodeBody(message, largestJudged);
    if ('missing' in decoded) return { headers: plain, missing: decoded.missing };
    return { headers: plain, body: encoded(bodyOf(decoded.bytes, headers, isContent)) };
  };
  const bodyOf = (bytes: Uint8Array, headers: SpokenMessage['headers'], isContent: boolean) => {
    if (isBinary(headers['content-type'], bytes)) return `(${bytes.length} bytes)`;
    const { text } = byteText(bytes);
    const how = { showContents, isContent };
    const json = jsonOf(text);
    if (json === undefined) return redactText(text, how, learn);
    const plain = JSON.stringify(redactJson(json.value, how, learn));
    // A text in it may be JSON itself.
    return redactParameters(blotMembers(plain, mask, secretNames), learn);
  };
  const url = redactParameters(spoken.url, learn);
  const request = messageOf(spoken.request, isContent(found, 'request'));
  const response = messageOf(spoken.response, isContent(found, 'response'));
  // Not before all secrets of the exchange are known.
  const cleaned = ({ headers, body, missing }: SpokenMessage): SpokenMessage => ({
    headers: redactor.cleanHeaders(headers),
    ...(body === undefined ? {} : { body: encoded(redactor.clean(byteText(body).text)) }),
    ...(missing === undefined ? {} : { missing }),
  });
  return {
    spoken: {
      ...spoken,
      url: redactor.clean(url),
      request: cleaned(request),
      response: cleaned(response),
    },
    clean: (text) => redactor.clean(text),
  };
}

/** None where it is no JSON, or none that anybody would look at. */
function jsonOf(text: string): { readonly value: unknown } | undefined {
  try {
    const json = readJson(text);
    return json.ok ? json : undefined;
  } catch {
    return undefined;
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
