import type { Framing } from './framing.ts';
import { requestFraming } from './request-framing.ts';

/**
 * How the body of an answer is framed (RFC 9112, section 6.3).
 *
 * @param method of the request
 * @throws SyntaxError where it is framed twice, or in a way that clients understand differently
 */
export function answerFraming(
  method: string,
  status: number,
  headers: Readonly<Record<string, string>>,
): Framing {
  if (status === 101) return 'no-message';
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return 0;
  const hasFraming = 'transfer-encoding' in headers || 'content-length' in headers;
  return hasFraming ? requestFraming(headers) : 'until-end';
}
