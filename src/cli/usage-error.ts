/** Something that was asked for cannot be done: the message is what the user reads. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
