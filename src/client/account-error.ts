/** No account could be had: the message is one sentence, with what to do about it. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
}
