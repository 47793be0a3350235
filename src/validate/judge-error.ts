import { isRecord } from '../openapi/json-pointer.ts';
import { preview } from '../schema/preview.ts';
import type { Finding } from './finding.ts';
import { judgeJson } from './judge-json.ts';
import type { ReceivedResponse } from './received-response.ts';

/**
 * What keeps a response from being a standard error: a JSON object with an `errcode` and an `error`.
 * The prose requires both, the documents often only the first.
 *
 * @see https://spec.matrix.org/latest/client-server-api/#standard-error-response
 */
export function judgeError(response: ReceivedResponse, subject: string): Finding[] {
  const findings = judgeJson(response, subject);
  if (!response.json.ok) return findings;
  const what = defectOf(response.json.value, response.status);
  if (what !== undefined) {
    findings.push({
      requirement: 'every-response/error-is-standard',
      kind: 'errcode',
      severity: 'violation',
      subject,
      ...what,
    });
  }
  return findings;
}

function defectOf(
  body: unknown,
  status: number,
): Pick<Finding, 'message' | 'expected' | 'actual' | 'place'> | undefined {
  const standard = 'an object with an errcode and an error message';
  // With flows it would have been taken for that, and not for an error.
  const expected =
    status === 401 ? `${standard}, or with the flows of an authentication` : standard;
  if (!isRecord(body) || Array.isArray(body))
    return { message: 'the error is no object', expected, actual: preview(body) };
  for (const name of ['errcode', 'error']) {
    if (typeof body[name] === 'string') continue;
    const actual = preview(Object.hasOwn(body, name) ? body[name] : body);
    return { message: `/${name} must be a string`, expected, actual, place: `/${name} type` };
  }
  const errcode = String(body.errcode);
  if (errcode.length <= 255 && /^[A-Z][A-Z0-9_.-]*$/.test(errcode)) return undefined;
  return {
    message: '/errcode must be a code such as M_FORBIDDEN',
    expected: 'capital letters, digits, _, . and -',
    actual: preview(errcode),
    place: '/errcode pattern',
  };
}

/**
 * Whether a 401 asks for user-interactive authentication, which has a body of its own.
 *
 * @see https://spec.matrix.org/latest/client-server-api/#user-interactive-api-in-the-rest-api
 */
export function asksForAuthentication({ status, json }: ReceivedResponse): boolean {
  return status === 401 && json.ok && isRecord(json.value) && Array.isArray(json.value.flows);
}
