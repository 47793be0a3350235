import { byteText } from './byte-text.ts';
import type { PreparedRequest } from './prepared-request.ts';
import type { Redactor } from './redactor.ts';

/**
 * The request without any secret, to be shown. To be called before it is spelled for a shell,
 * where no secret would be recognised any more. It keeps a `token`, a mask, only where that is
 * what it was sent with.
 */
export function cleanRequest(redactor: Redactor, request: PreparedRequest): PreparedRequest {
  const { body, token, ...rest } = request;
  const headers = redactor.cleanHeaders(request.headers);
  const isOwn = token !== undefined && request.headers.authorization === `Bearer ${token}`;
  const masked = headers.authorization?.slice('Bearer '.length);
  return {
    ...rest,
    path: redactor.clean(request.path),
    headers,
    ...(isOwn && masked !== undefined ? { token: masked } : {}),
    ...(body === undefined ? {} : { body: cleanBytes(redactor, body) }),
  };
}

function cleanBytes(redactor: Redactor, bytes: Uint8Array): Uint8Array {
  const { text, isUtf8 } = byteText(bytes);
  if (isUtf8) return new TextEncoder().encode(redactor.clean(text));
  return Buffer.from(redactor.clean(Buffer.from(bytes).toString('latin1')), 'latin1');
}
