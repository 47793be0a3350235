import { createHash } from 'node:crypto';

/** Names and keys that nobody else has: one seed gives the same ones, in the same order. */
export class MadeUp {
  readonly seed: string;
  #names = 0;
  #keys = 0;

  /** @param seed letters and digits; a fresh one where none is given. */
  constructor(seed: string = freshSeed()) {
    this.seed = seed;
  }

  /** A localpart that no other run uses: letters and digits only. */
  localpart(): string {
    this.#names += 1;
    return `mxc${this.seed}${this.#names.toString(36)}`;
  }

  /** 32 bytes that are good enough for the key of somebody who does not exist. */
  key(): Buffer {
    this.#keys += 1;
    return createHash('sha256').update(`${this.seed} ${this.#keys}`).digest();
  }
}

let counter = 0;

function freshSeed(): string {
  counter += 1;
  const time = Date.now().toString(36);
  const chance = Math.floor(Math.random() * 36 ** 5).toString(36);
  return `${time}${chance}x${counter.toString(36)}x`;
}
