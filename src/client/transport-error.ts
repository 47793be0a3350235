/** No whole answer came: refused, closed, too slow, too large, not HTTP. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  /** The homeserver took the connection, and then closed it or sent something that is no HTTP. */
  readonly isCutOff: boolean;

  constructor(message: string, options: ErrorOptions & { readonly isCutOff?: boolean } = {}) {
    super(message, options);
    this.isCutOff = options.isCutOff ?? false;
  }
}
