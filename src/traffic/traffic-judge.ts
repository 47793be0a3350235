import { byteText } from '../client/byte-text.ts';
import { readJson } from '../client/read-json.ts';
import { createOperationIndex, type FoundOperation } from '../openapi/operation-index.ts';
import type { Specification } from '../openapi/specification.ts';
import { SpecificationError } from '../openapi/specification-error.ts';
import { documentedResponse } from '../validate/documented-response.ts';
import type { Finding } from '../validate/finding.ts';
import { asksForAuthentication } from '../validate/judge-error.ts';
import type { ReceivedResponse } from '../validate/received-response.ts';
import type { RequestFinding } from '../validate/request-finding.ts';
import { createRequestValidator } from '../validate/request-validator.ts';
import { createResponseValidator } from '../validate/response-validator.ts';
import { decodeBody } from './decode-body.ts';
import { isBinary } from './is-binary.ts';
import { largestJudged } from './largest-judged.ts';
import type { Spoken, SpokenMessage } from './spoken.ts';

/** What one exchange came to. */
export interface JudgedExchange {
  /** None where no document has such an operation, or where nobody looked. */
  readonly found?: FoundOperation;
  readonly response: readonly Finding[];
  readonly request: readonly RequestFinding[];
  /** Why the answer was not held against its document. */
  readonly notJudged?: string;
  /** What kept it from being judged and should not: a schema that does not compile. */
  readonly problems: readonly string[];
}

/** Holds exchanges of others against the documents. */
export interface TrafficJudge {
  /** Never throws. */
  judge(spoken: Spoken): JudgedExchange;
}

/** Why what no document has is not judged. */
export const unknownOperation = 'no document has the operation';

/** What a homeserver has; a browser's recording holds the requests for its pages as well. */
const ofMatrix = /\/(?:_matrix|_synapse|_dendrite|\.well-known\/matrix)(?:\/|$)/;

/**
 * @param prefix the path that the homeserver lives below, without a slash at its end: it is no part
 * of the documents' paths
 */
export function createTrafficJudge(specification: Specification, prefix = ''): TrafficJudge {
  const index = createOperationIndex(specification.operations);
  const responses = createResponseValidator(specification);
  const requests = createRequestValidator(specification);
  const judgeFound = (found: FoundOperation, spoken: Spoken, query: string): JudgedExchange => {
    const { operation, parameters: pathParameters } = found;
    const asked = guarded<RequestFinding>(spoken.request, (message) => {
      const sent = { ...message, pathParameters, query: new URLSearchParams(query) };
      return requests.judge(operation, sent);
    });
    const answered = guarded<Finding>(spoken.response, (message) => {
      const response = { ...message, status: spoken.status };
      const findings = responses.judge(operation, response);
      // A homeserver may ask for it where it likes: the documents do not say where it may not.
      const isDocumented = documentedResponse(operation, spoken.status) !== undefined;
      const isExcused = !isDocumented && asksForAuthentication(response);
      return isExcused ? findings.map((one) => ({ ...one, severity: 'note' as const })) : findings;
    });
    const why = answered.notJudged;
    return {
      found,
      request: asked.findings,
      response: answered.findings,
      problems: [...asked.problems, ...answered.problems],
      ...(why === undefined ? {} : { notJudged: `the answer: ${why}` }),
    };
  };
  return {
    judge(spoken) {
      const nothing = { request: [], response: [], problems: [] };
      const [path = '', query = ''] = splitOnce(spoken.url, '?');
      const below = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
      const why = notForUs(spoken);
      if (why !== undefined) return { ...nothing, notJudged: why };
      const found = index.find(spoken.method, below);
      if (found === undefined) {
        const isOther = spoken.origin !== undefined && !ofMatrix.test(path);
        const notJudged = isOther ? 'it is no request to a homeserver' : unknownOperation;
        return { ...nothing, notJudged };
      }
      return judgeFound(found, spoken, query);
    },
  };
}

/** What no document speaks of: what a browser asks for its own sake, and what has no body. */
function notForUs({ method, status }: Spoken): string | undefined {
  if (status === 0) return 'there was no answer';
  if (method === 'OPTIONS') return 'OPTIONS is asked for the sake of browsers';
  if (method === 'HEAD') return 'an answer to HEAD has no body';
  if (status < 200) return 'the protocol was changed';
  return status === 304 ? 'it was not modified' : undefined;
}

interface Guarded<Found> {
  readonly findings: readonly Found[];
  readonly problems: readonly string[];
  readonly notJudged?: string;
}

type Read = Omit<ReceivedResponse, 'status'>;

/** What goes wrong on one side does not keep the other from being judged. */
function guarded<Found>(
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

function splitOnce(text: string, at: string): readonly string[] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
