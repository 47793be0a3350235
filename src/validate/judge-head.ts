import type { Operation } from '../model/operation.ts';
import { documentedResponse, type FoundResponse } from './documented-response.ts';
import type { Finding } from './finding.ts';
import { isMatrix } from './is-matrix.ts';
import { documentedType } from './judge-body.ts';
import { judgeHeaders } from './judge-headers.ts';
import { judgeJsonType, judgeMediaType } from './judge-json.ts';
import { isJson, mediaType } from './media-type.ts';
import type { ReceivedResponse } from './received-response.ts';
import type { SchemaCompiler } from './schema-compiler.ts';
import { breakdown, undocumentedStatus } from './undocumented-status.ts';

/** An answer without its body. */
export type ReceivedHead = Pick<ReceivedResponse, 'status' | 'headers'>;

/** What can be said of an answer whose body nobody has. */
export interface JudgedHead {
  /** Each would be said with any body, too. */
  readonly findings: readonly Finding[];
  /** Whether that is all that the document could be held to: it says nothing of such a body. */
  readonly isWhole: boolean;
}

/**
 * Holds status, headers and media type against the document of an operation. Of an answer without
 * any header the status alone is looked at: they were not recorded.
 */
export function judgeHead(
  operation: Operation | undefined,
  head: ReceivedHead,
  compiler: SchemaCompiler,
): JudgedHead {
  if (operation === undefined) return judgeRawHead(head);
  const { status } = head;
  const subject = `the ${status} of ${operation.operationId}`;
  const documented = documentedResponse(operation, status);
  const hasHeaders = Object.keys(head.headers).length > 0;
  // All errors have a standard body, those that no document names as well.
  const isStandard = status >= 400 && isMatrix(operation);
  const isOfJson = isStandard && (status < 500 || documented !== undefined);
  const mistyped = isOfJson && hasHeaders ? judgeJsonType(head, subject) : [];
  if (documented === undefined) {
    if (mistyped.length > 0) return { findings: mistyped, isWhole: false };
    const severity = status >= 400 && status < 500 ? 'note' : 'violation';
    const finding = undocumentedStatus(operation, status, subject, severity);
    return { findings: [finding], isWhole: !isOfJson };
  }
  if (!hasHeaders) return { findings: [], isWhole: false };
  const findings = judgeHeaders(documented, head, subject, compiler);
  if (isOfJson) return { findings: [...findings, ...mistyped], isWhole: false };
  const typed = judgeType(documented, head, subject);
  return { ...typed, findings: [...findings, ...typed.findings] };
}

/** Of a request that no document speaks of: what is true of every answer. */
function judgeRawHead(head: ReceivedHead): JudgedHead {
  const { status, headers } = head;
  const subject = `the ${status}`;
  if (status >= 500)
    return { findings: [breakdown(status, subject, 'any other status')], isWhole: true };
  const isStandard = status >= 400 && Object.keys(headers).length > 0;
  return { findings: isStandard ? judgeJsonType(head, subject) : [], isWhole: false };
}

function judgeType(documented: FoundResponse, head: ReceivedHead, subject: string): JudgedHead {
  const types = Object.keys(documented.content);
  if (types.length === 0) return { findings: [], isWhole: true };
  const received = mediaType(head.headers['content-type']);
  const type = documentedType(types, received);
  if (type === undefined) return { findings: judgeMediaType(types, head, subject), isWhole: true };
  if (!isJson(type)) return { findings: [], isWhole: true };
  const isSame = received === mediaType(type);
  return { findings: isSame ? [] : judgeJsonType(head, subject), isWhole: false };
}
