import type { Operation } from '../model/operation.ts';
import type { Finding } from './finding.ts';

/** What is said of a status that the document of an operation does not name. */
export function undocumentedStatus(
  operation: Operation,
  status: number,
  subject: string,
  severity: Finding['severity'],
): Finding {
  const expected = Object.keys(operation.responses).join(', ');
  if (status >= 500) return { ...breakdown(status, subject, expected), severity };
  return {
    requirement: 'every-response/status-is-documented',
    kind: 'status',
    severity,
    subject,
    message: `the status ${status} is not documented`,
    expected,
    actual: String(status),
  };
}

/** What is said of a 5xx. */
export function breakdown(status: number, subject: string, expected: string): Finding {
  return {
    requirement: 'every-response/no-server-error',
    kind: 'status',
    severity: 'violation',
    subject,
    message: `the homeserver fails with the status ${status}`,
    expected,
    actual: String(status),
  };
}
