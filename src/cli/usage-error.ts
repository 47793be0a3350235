/** Something that was asked for cannot be done: the message is what the user reads. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** One sentence each: a file may have more than one fault. */
  readonly problems: readonly string[];

  constructor(...problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
