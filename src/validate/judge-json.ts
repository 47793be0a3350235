import { preview } from '../schema/preview.ts';
import type { Finding } from './finding.ts';
import { isJson, mediaType } from './media-type.ts';
import type { ReceivedResponse } from './received-response.ts';

/** What is wrong with a body that has to be JSON, before a look at what the JSON says. */
export function judgeJson(response: ReceivedResponse, subject: string): Finding[] {
  const findings = judgeJsonType(response, subject);
  if (!response.json.ok || !response.isUtf8) {
    findings.push({
      requirement: 'every-response/body-is-json',
      kind: 'schema',
      severity: 'violation',
      subject,
      message:
        response.body === ''
          ? 'the body is empty'
          : `the body is no JSON${response.isUtf8 ? '' : ': it is not UTF-8'}`,
      expected: 'JSON in UTF-8',
      actual: preview(response.body),
    });
  }
  return findings;
}

/** What is wrong with the media type of a body that has to be JSON. */
export function judgeJsonType(
  response: Pick<ReceivedResponse, 'headers'>,
  subject: string,
): Finding[] {
  const contentType = response.headers['content-type'];
  if (mediaType(contentType) === 'application/json') return [];
  return [
    {
      requirement: 'every-response/content-type-is-json',
      kind: 'header',
      severity: 'violation',
      subject,
      message:
        contentType === undefined
          ? 'has no content-type'
          : 'the content-type is not application/json',
      expected: 'application/json',
      actual: contentType === undefined ? 'no content-type' : preview(contentType),
    },
  ];
}

/** What is wrong with the media type of a body that need not be JSON. */
export function judgeMediaType(
  documented: readonly string[],
  response: Pick<ReceivedResponse, 'headers'>,
  subject: string,
): Finding[] {
  const contentType = response.headers['content-type'];
  return [
    {
      requirement: documented.some(isJson)
        ? 'every-response/content-type-is-json'
        : 'every-response/content-type-is-documented',
      kind: 'header',
      severity: 'violation',
      subject,
      message:
        contentType === undefined ? 'has no content-type' : 'the content-type is not documented',
      expected: documented.join(' or '),
      actual: contentType === undefined ? 'no content-type' : preview(contentType),
    },
  ];
}
