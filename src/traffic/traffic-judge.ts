import { byteText } from '../client/byte-text.ts';
import { readJson } from '../client/read-json.ts';
import type { Operation } from '../model/operation.ts';
import { createOperationIndex, type FoundOperation } from '../openapi/operation-index.ts';
import type { Specification } from '../openapi/specification.ts';
import type { Finding } from '../validate/finding.ts';
import type { ReceivedResponse } from '../validate/received-response.ts';
import type { RequestFinding } from '../validate/request-finding.ts';
import { createRequestValidator } from '../validate/request-validator.ts';
import { createResponseValidator } from '../validate/response-validator.ts';
import { decodeBody } from './decode-body.ts';
import type { Spoken, SpokenMessage } from './spoken.ts';

/** What one exchange came to. */
export interface JudgedExchange {
  /** None where no document has such an operation. */
  readonly operation?: Operation;
  readonly response: readonly Finding[];
  readonly request: readonly RequestFinding[];
  /** Why the answer was not held against its document. */
  readonly notJudged?: string;
}

/** Holds exchanges of others against the documents. */
export interface TrafficJudge {
  /** Never throws: what goes wrong with the judging is told as `notJudged`. */
  judge(spoken: Spoken): JudgedExchange;
}

/** No body is unpacked, or looked at, beyond this, in bytes. */
export const largestJudged = 8 * 1024 * 1024;

/**
 * @param prefix the path that the homeserver lives below, without a slash at its end: it is no part
 * of the documents' paths
 */
export function createTrafficJudge(specification: Specification, prefix = ''): TrafficJudge {
  const index = createOperationIndex(specification.operations);
  const responses = createResponseValidator(specification);
  const requests = createRequestValidator(specification);
  const judgeFound = (found: FoundOperation, spoken: Spoken, query: string): JudgedExchange => {
    const { operation } = found;
    const response = read(spoken.response);
    const asked = read(spoken.request);
    const pathParameters = found.parameters;
    const request =
      'missing' in asked
        ? []
        : requests.judge(operation, {
            ...asked,
            pathParameters,
            query: new URLSearchParams(query),
          });
    if ('missing' in response) {
      return {
        operation,
        request,
        response: [],
        notJudged: `the body of the answer: ${response.missing}`,
      };
    }
    const judged = responses.judge(operation, { ...response, status: spoken.status });
    return { operation, request, response: judged };
  };
  return {
    judge(spoken) {
      const why = notForUs(spoken);
      const nothing = { request: [], response: [] };
      if (why !== undefined) return { ...nothing, notJudged: why };
      const [path = '', query = ''] = splitOnce(spoken.url, '?');
      const below = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
      const found = index.find(spoken.method, below);
      if (found === undefined) return { ...nothing, notJudged: 'no document has the operation' };
      try {
        return judgeFound(found, spoken, query);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { ...nothing, operation: found.operation, notJudged: message };
      }
    },
  };
}

/** What no document speaks of: what a browser asks for its own sake, and what has no body. */
function notForUs({ method, status }: Spoken): string | undefined {
  if (method === 'OPTIONS') return 'OPTIONS is asked for the sake of browsers';
  if (method === 'HEAD') return 'an answer to HEAD has no body';
  if (status < 200) return 'the protocol was changed';
  if (status === 304) return 'it was not modified';
  return undefined;
}

type Read = Omit<ReceivedResponse, 'status'> | { readonly missing: string };

function read(message: SpokenMessage): Read {
  const decoded = decodeBody(message, largestJudged);
  if ('missing' in decoded) return decoded;
  const { headers } = message;
  if (!mayBeText(headers['content-type'])) {
    // Of media the documents say the type alone.
    return { headers, body: '', isUtf8: true, json: { ok: false, message: 'it is not JSON' } };
  }
  const { text, isUtf8 } = byteText(decoded.bytes);
  return { headers, body: text, isUtf8, json: readJson(text) };
}

function mayBeText(contentType: string | undefined): boolean {
  return !/^(?:image|video|audio|font)\/|octet-stream|zip/i.test(contentType ?? '');
}

function splitOnce(text: string, at: string): readonly string[] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
