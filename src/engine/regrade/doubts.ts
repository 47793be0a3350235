/** Thrown to end a story that the recording cannot be told. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
}

/** Why a recorded try cannot be graded again: kept, as who tells a story may catch what is thrown. */
export class Doubts {
  #first: string | undefined;

  /** One sentence without its full stop; none where there is no doubt. */
  get first(): string | undefined {
    return this.#first;
  }

  /** @throws NotRecorded always. */
  raise(reason: string): never {
    this.#first ??= reason;
    throw new NotRecorded(reason);
  }
}
