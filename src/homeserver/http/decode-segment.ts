import { MatrixError } from './matrix-error.ts';

/**
 * A path segment, percent-decoded exactly once. `+` is itself: form encoding has no place in paths.
 * Throws 400 M_INVALID_PARAM for a malformed escape and for bytes that are not UTF-8.
 */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new MatrixError(400, 'M_INVALID_PARAM', 'The path is not percent-encoded UTF-8');
  }
}
