import type { Operation } from '../model/operation.ts';
import { shapeOfPath } from './shape-of-path.ts';

/** What requests that no document speaks of are called by, in place of an operation. */
export const undocumentedLabels = ['undocumented', 'HEAD', 'OPTIONS'] as const;

/** The sorts of requests that no document speaks of. */
export type UndocumentedLabel = (typeof undocumentedLabels)[number];

/** Whether findings of that name are of no document's operation. */
export function isUndocumentedLabel(name: string): name is UndocumentedLabel {
  return undocumentedLabels.some((label) => label === name);
}

/** What a homeserver answers by the rules of the API; other servers have their own below `/_matrix/`. */
const ofTheApis = /^\/_matrix\/(?:client|media|federation|key|app)\//;

/** No method that anybody has is longer, in characters. */
const longestMethod = 20;

/**
 * What stands in for the operation of a request that no document has, where its answer is the
 * homeserver's own all the same. All of one sort are one, as they have one cause.
 *
 * @param path raw, from the first slash, without its query
 */
export function undocumentedOperation(method: string, path: string): Operation | undefined {
  if (!ofTheApis.test(path)) return undefined;
  return {
    api: 'unknown',
    operationId: isUndocumentedLabel(method) ? method : 'undocumented',
    method: method.slice(0, longestMethod),
    ...{ path: shapeOfPath(path), summary: '', parameters: [], requestMediaTypes: [] },
    ...{ isAuthenticated: false, responses: {}, location: { file: '', line: 0, column: 0 } },
  };
}
