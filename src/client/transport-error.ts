/** No whole answer came: refused, closed, too slow, too large, not HTTP. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
}
