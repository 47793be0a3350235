import type { Operation } from '../model/operation.ts';
import type { ViolationKind } from '../model/violation.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { ownSpecification } from '../package/package-root.ts';
import { splitUrl } from '../traffic/recorded/split-url.ts';
import type { Spoken } from '../traffic/spoken.ts';
import {
  createTrafficJudge,
  type JudgedExchange,
  type TrafficJudge,
} from '../traffic/traffic-judge.ts';
import { type GivenRequest, type GivenResponse, spokenMessage } from './spoken-message.ts';

/** What an answer is held against. */
export interface JudgeOptions {
  /** What `--spec` takes: a document, a folder, a URL, or `v1.16`; else the project's documents. */
  readonly specification?: string;
  /** The path that the homeserver lives below, without a slash at its end: `/matrix`. */
  readonly prefix?: string;
}

/** One thing that is not as the document has it. */
export interface JudgeFinding {
  /** Whose fault it is. */
  readonly side: 'homeserver' | 'client';
  /** A `note` is no fault: a standard error that the document does not name. */
  readonly severity: 'violation' | 'note';
  readonly kind: ViolationKind;
  /** What every answer, or every request, is held to: `every-response/body-matches-its-schema`. */
  readonly requirement: string;
  /** What was looked at: `the 200 of sync`. */
  readonly subject: string;
  /** One short sentence without its full stop. */
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
}

/** What one exchange came to. */
export interface Judged {
  /** None where no document has such an operation. */
  readonly operation?: Pick<Operation, 'operationId' | 'method' | 'path'>;
  readonly findings: readonly JudgeFinding[];
  /**
   * Why the answer was not held against a document, or not wholly: what is said of it then is of its
   * status and headers alone.
   */
  readonly notJudged?: string;
}

const judges = new Map<string, Promise<TrafficJudge>>();

/**
 * Holds an answer, and the request that it is of, against the document of the operation.
 *
 * @param request a request of `fetch`, or what it consisted of; or the operationId, where the answer
 * alone is to be judged: `getRoomState`
 * @param response an answer of `fetch` whose body was not read yet, or `{ status, headers, body }`
 * @throws TypeError for an operationId that no document has, for a body that was read already, or is
 * a stream, and for an answer without a status
 * @throws SpecificationError where the specification cannot be loaded
 * @throws Error where a schema does not compile
 */
export async function judge(
  request: string | GivenRequest | Request,
  response: GivenResponse | Response,
  options: JudgeOptions = {},
): Promise<Judged> {
  const { specification = ownSpecification, prefix = '' } = options;
  const judge = await judgeFor(specification, prefix);
  const status = 'statusCode' in response ? response.statusCode : response.status;
  if (typeof status !== 'number') {
    throw new TypeError('The answer has neither a number status nor a number statusCode.');
  }
  const answered = { status, response: await spokenMessage(response) };
  if (typeof request === 'string') {
    const judged = judge.judgeAnswer(request, answered);
    if (judged === undefined) throw new TypeError(`No document has an operation ${request}.`);
    return told(judged);
  }
  return told(judge.judge({ ...answered, ...(await asked(request)) }));
}

function judgeFor(specification: string, prefix: string): Promise<TrafficJudge> {
  const key = `${specification}\0${prefix}`;
  const known = judges.get(key);
  if (known !== undefined) return known;
  const loading = loadSpecification(specification).then((loaded) =>
    createTrafficJudge(loaded, prefix),
  );
  judges.set(key, loading);
  // What could not be loaded is tried again.
  loading.catch(() => judges.delete(key));
  return loading;
}

async function asked(
  request: GivenRequest | Request,
): Promise<Omit<Spoken, 'status' | 'response'>> {
  const url = String(request.url);
  return {
    method: (request.method ?? 'GET').toUpperCase(),
    url: splitUrl(url)?.path ?? url.replace(/#.*$/, ''),
    request: await spokenMessage(request),
    startedAt: '',
    durationMs: 0,
  };
}

function told({ found, response, request, notJudged, problems }: JudgedExchange): Judged {
  const [problem] = problems;
  if (problem !== undefined) throw new Error(problem);
  const operation = found?.operation;
  return {
    ...(operation === undefined
      ? {}
      : {
          operation: {
            operationId: operation.operationId,
            method: operation.method,
            path: operation.path,
          },
        }),
    findings: [
      ...response.map(({ place: _, ...one }) => ({ side: 'homeserver' as const, ...one })),
      ...request.map(({ place: _, ...one }) => ({
        ...{ side: 'client' as const, severity: 'violation' as const },
        ...one,
      })),
    ],
    ...(notJudged === undefined ? {} : { notJudged }),
  };
}
