import type { Outcome, Try } from '../model/outcome.ts';
import type { TrafficFinding } from '../model/traffic.ts';
import type { Violation } from '../model/violation.ts';
import { type EveryRequestId, everyRequest } from '../validate/every-request.ts';
import { everyResponse } from '../validate/every-response.ts';
import { sectionOf } from './section-of.ts';
import { isUndocumentedLabel } from './undocumented-operation.ts';

const ofRequests = {
  [everyRequest.parameters]: 'The parameters are as documented',
  [everyRequest.contentType]: 'The body is of a media type that the document knows',
  [everyRequest.json]: 'A JSON body is JSON, in UTF-8',
  [everyRequest.body]: 'The body is what the document says',
} as const satisfies Record<EveryRequestId, string>;

const sectionOfError = 'client-server-api/#standard-error-response';

/** A root cause as an outcome: what the homeserver broke fails, and a client's fault is advice. */
export function findingOutcome(finding: TrafficFinding, api: string): Outcome {
  const { id, side, operation, status, kind, requirement, message, count, first, smallest } =
    finding;
  const isServer = side === 'homeserver';
  const [level, verdict] = isServer ? (['MUST', 'fail'] as const) : (['SHOULD', 'advice'] as const);
  const whose = subjectOf(operation);
  const of = isServer ? `the ${status} of ${whose}` : `requests of ${whose}`;
  const exchanges = smallest === first ? [first] : [first, smallest];
  const violation: Violation = {
    ...{ requirement, level, kind, message },
    subject: isServer ? of : `the request of ${operation}`,
    ...{ expected: finding.expected, actual: finding.actual },
    underTest: true,
    exchange: exchanges.length - 1,
  };
  const seen = `seen in ${count} exchange${count === 1 ? '' : 's'}`;
  const told: Try = {
    ...{ verdict, reason: message, kind, durationMs: smallest.durationMs, exchanges },
    ...{ violations: [violation], checks: count, notes: [seen] },
  };
  return {
    ...{ id, level, verdict, kind, reason: message },
    title: `${of.replace(/^./, (letter) => letter.toUpperCase())}: ${lower(titleOf(requirement))}`,
    section: isUndocumentedLabel(operation) ? sectionOfError : sectionOf(finding, api),
    ...{ rows: [], suite: operation, intermittent: false, tries: [told] },
    durationMs: told.durationMs,
  };
}

/** Of a name that is no operation's, what it stands for. */
function subjectOf(operation: string): string {
  if (!isUndocumentedLabel(operation)) return operation;
  return operation === 'undocumented' ? 'requests that no document has' : `${operation} requests`;
}

function titleOf(requirement: string): string {
  const known = everyResponse.find(({ id }) => id === requirement);
  return (
    known?.title ??
    Object.entries(ofRequests).find(([id]) => id === requirement)?.[1] ??
    requirement
  );
}

/** `A JSON body` begins with a word of its own. */
function lower(title: string): string {
  return title.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
}
