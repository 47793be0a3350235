import type { Framing } from './framing.ts';

/**
 * How the body of a request is framed (RFC 9112, section 6.3).
 *
 * @throws SyntaxError where it is framed twice, or in a way that servers understand differently:
 * nobody could say where the next request begins
 */
export function requestFraming(headers: Readonly<Record<string, string>>): Framing {
  const encoding = headers['transfer-encoding'];
  const length = headers['content-length'];
  if (encoding !== undefined) {
    if (length !== undefined) throw new SyntaxError('it says twice how long its body is');
    if (encoding.toLowerCase() === 'chunked') return 'chunked';
    throw new SyntaxError('its transfer encoding is not chunked');
  }
  if (length === undefined) return 0;
  if (/^\d{1,15}$/.test(length)) return Number(length);
  throw new SyntaxError('its content length is no number');
}
