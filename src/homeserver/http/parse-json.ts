import { MatrixError } from './matrix-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A body as text. Throws 400 M_NOT_JSON for bytes that are not UTF-8. */
export function decodeText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw notJson('The body is not UTF-8');
  }
}

/** The JSON value in a text. Throws 400 M_NOT_JSON, for an empty text as well. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson('The body is not JSON');
  }
}

function notJson(message: string): MatrixError {
  return new MatrixError(400, 'M_NOT_JSON', message);
}
