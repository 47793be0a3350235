import { createOperationIndex, type FoundOperation } from '../openapi/operation-index.ts';
import type { Specification } from '../openapi/specification.ts';
import { documentedResponse } from '../validate/documented-response.ts';
import type { Finding } from '../validate/finding.ts';
import { asksForAuthentication } from '../validate/judge-error.ts';
import type { RequestFinding } from '../validate/request-finding.ts';
import { createRequestValidator } from '../validate/request-validator.ts';
import { createResponseValidator } from '../validate/response-validator.ts';
import { guarded } from './guarded.ts';
import { judgeUndocumented } from './judge-undocumented.ts';
import type { Spoken, SpokenMessage } from './spoken.ts';

/** What one exchange came to. */
export interface JudgedExchange {
  /** None where no document has such an operation, or where nobody looked. */
  readonly found?: FoundOperation;
  /** What stands in for it where the answer is held to what is true of every answer alone. */
  readonly undocumented?: FoundOperation;
  readonly response: readonly Finding[];
  readonly request: readonly RequestFinding[];
  /** Why the answer was not held against its document, or not wholly. */
  readonly notJudged?: string;
  /** Where `notJudged` says why: its status and headers were held against the document all the same. */
  readonly isInPart?: true;
  /** What kept it from being judged and should not: a schema that does not compile. */
  readonly problems: readonly string[];
}

/** Holds exchanges of others against the documents. */
export interface TrafficJudge {
  /** Never throws. */
  judge(spoken: Spoken): JudgedExchange;
  /** Of an answer alone. None where no document has an operation of that id. Never throws. */
  judgeAnswer(
    operationId: string,
    answered: Pick<Spoken, 'status' | 'response'>,
  ): JudgedExchange | undefined;
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
  const responses = createResponseValidator(specification, true);
  const requests = createRequestValidator(specification);
  const judgeAnswer = (
    found: FoundOperation,
    { status, response }: Pick<Spoken, 'status' | 'response'>,
  ): JudgedExchange => {
    // A homeserver may ask for it where it likes: the documents do not say where it may not.
    const isDocumented = documentedResponse(found.operation, status) !== undefined;
    const excused = (findings: readonly Finding[], isAsking: boolean): readonly Finding[] =>
      isDocumented || !isAsking ? findings : findings.map((one) => ({ ...one, severity: 'note' }));
    const answered = guarded<Finding>(response, {
      whole(message) {
        const received = { ...message, status };
        const findings = recordedOf(response, responses.judge(found.operation, received));
        return excused(findings, asksForAuthentication(received));
      },
      head(headers) {
        const judged = responses.judgeHead(found.operation, { status, headers });
        return { ...judged, findings: excused(judged.findings, status === 401) };
      },
    });
    const why = answered.notJudged;
    return {
      ...{ found, request: [], response: answered.findings, problems: answered.problems },
      ...(why === undefined ? {} : { notJudged: `the answer: ${why}` }),
      ...(answered.isInPart === undefined ? {} : { isInPart: answered.isInPart }),
    };
  };
  const judgeFound = (found: FoundOperation, spoken: Spoken, query: string): JudgedExchange => {
    const { operation, parameters: pathParameters } = found;
    const said = { pathParameters, query: new URLSearchParams(query) };
    const asked = guarded<RequestFinding>(spoken.request, {
      whole: (message) => requests.judge(operation, { ...message, ...said }),
      head: (headers) => ({
        findings: requests.judgeHead(operation, { headers, ...said }),
        isWhole: operation.requestBody === undefined,
      }),
    });
    const answered = judgeAnswer(found, spoken);
    return {
      ...answered,
      request: asked.findings,
      problems: [...asked.problems, ...answered.problems],
    };
  };
  return {
    judge(spoken) {
      const nothing = { request: [], response: [], problems: [] };
      const [path = '', query = ''] = splitOnce(spoken.url, '?');
      const below = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
      const why = notForUs(spoken);
      const found = why === undefined ? index.find(spoken.method, below) : undefined;
      if (found !== undefined) return judgeFound(found, spoken, query);
      const isOther = spoken.origin !== undefined && !ofMatrix.test(path);
      const other = isOther ? 'it is no request to a homeserver' : unknownOperation;
      return {
        ...nothing,
        ...judgeUndocumented(responses, spoken, below),
        notJudged: why ?? other,
      };
    },
    judgeAnswer(operationId, answered) {
      const operation = specification.operations.find((one) => one.operationId === operationId);
      if (operation === undefined) return undefined;
      const why = answered.status === 304 ? notForUs({ method: 'GET', ...answered }) : undefined;
      if (why === undefined) return judgeAnswer({ operation, parameters: {} }, answered);
      return { request: [], response: [], problems: [], notJudged: why };
    },
  };
}

/** Of an answer without any header nobody knows them: recordings may lack them all. */
function recordedOf({ headers }: SpokenMessage, findings: readonly Finding[]): readonly Finding[] {
  if (Object.keys(headers).length > 0) return findings;
  return findings.filter(({ kind }) => kind !== 'header');
}

/** What no document speaks of: what a browser asks for its own sake, and what has no body. */
function notForUs({ method, status }: Pick<Spoken, 'method' | 'status'>): string | undefined {
  if (status === 0) return 'there was no answer';
  if (method === 'OPTIONS') return 'OPTIONS is asked for the sake of browsers';
  if (method === 'HEAD') return 'an answer to HEAD has no body';
  if (status < 200) return 'the protocol was changed';
  return status === 304 ? 'it was not modified' : undefined;
}

function splitOnce(text: string, at: string): readonly string[] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
