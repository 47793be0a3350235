import type { Requirement } from '../model/requirement.ts';

const standards = 'client-server-api/#api-standards';
const standardError = 'client-server-api/#standard-error-response';

/** What every response is held to, unasked, by the document of its operation. */
export const everyResponse = [
  must('every-response/no-server-error', standardError, 'No request makes the homeserver fail'),
  must(
    'every-response/status-is-documented',
    standards,
    'The status is one that the document of the operation knows',
  ),
  must(
    'every-response/headers-match-their-schemas',
    standards,
    'Documented headers are as documented',
  ),
  must('every-response/content-type-is-json', standards, 'JSON is called application/json'),
  must(
    'every-response/content-type-is-documented',
    standards,
    'A body is of a media type that the document knows',
  ),
  must('every-response/body-is-json', standards, 'A JSON body is JSON, in UTF-8'),
  must('every-response/body-matches-its-schema', standards, 'The body is what the document says'),
  must(
    'every-response/error-is-standard',
    standardError,
    'An error has an errcode and an error message',
  ),
] as const;

/** The id of a requirement that every response is held to. */
export type EveryResponseId = (typeof everyResponse)[number]['id'];

function must<Id extends string>(id: Id, section: string, title: string) {
  return { id, level: 'MUST', title, section, rows: [] } as const satisfies Requirement;
}
