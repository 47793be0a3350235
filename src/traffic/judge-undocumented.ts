import type { FoundOperation } from '../openapi/operation-index.ts';
import type { Finding } from '../validate/finding.ts';
import type { ResponseValidator } from '../validate/response-validator.ts';
import { guarded } from './guarded.ts';
import type { Spoken } from './spoken.ts';
import { undocumentedOperation } from './undocumented-operation.ts';

/** What an answer that no document speaks of came to. */
export interface JudgedUndocumented {
  readonly undocumented: FoundOperation;
  readonly response: readonly Finding[];
  readonly problems: readonly string[];
}

/**
 * Holds the answer to a request that no document has to what is true of every answer: a failure is a
 * standard error, and no breakdown. Of an answer to HEAD, which has no body, only the latter.
 *
 * @param path raw, from the first slash, without its query
 * @returns nothing where the answer is no failure, or not for sure the homeserver's
 */
export function judgeUndocumented(
  responses: ResponseValidator,
  { method, status, response }: Spoken,
  path: string,
): JudgedUndocumented | undefined {
  if (status < (method === 'HEAD' ? 500 : 400)) return undefined;
  const operation = undocumentedOperation(method, path);
  if (operation === undefined) return undefined;
  const placed = (all: readonly Finding[]) =>
    all.map((one) =>
      // Each place that breaks it down is a cause of its own.
      one.requirement === 'every-response/no-server-error'
        ? { ...one, place: `${operation.method} ${operation.path}` }
        : one,
    );
  const { findings, problems } = guarded<Finding>(response, {
    whole: (message) => placed(responses.judge(undefined, { ...message, status })),
    head(headers) {
      const judged = responses.judgeHead(undefined, { status, headers });
      return { ...judged, findings: placed(judged.findings) };
    },
  });
  return { undocumented: { operation, parameters: {} }, response: findings, problems };
}
