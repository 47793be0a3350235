/** Bytes that are kept of what is under way: no more than so many by all who share them. */
export class KeptBytes {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** How many are taken now. */
  get taken(): number {
    return this.#taken;
  }

  /** Takes so many. @returns whether there were as many left; else none are taken */
  take(bytes: number): boolean {
    const taken = this.#taken + bytes;
    if (taken > this.#most) return false;
    this.#taken = taken;
    return true;
  }

  /** Whoever has taken them gives them back, once. */
  giveBack(bytes: number): void {
    this.#taken -= bytes;
  }
}
