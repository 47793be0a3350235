/** An expectations file that cannot be used: one sentence for each fault, with its line. */
export class ExpectationsError extends Error {
  override readonly name = 'ExpectationsError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}
