import type { SpokenMessage } from '../traffic/spoken.ts';

/** Media that no document says more of than their type, unless they are JSON after all. */
const media = /^(?:image|video|audio|font)\/|^application\/octet-stream\b/i;
const jsonBeginning = /^\s*[[{]/;

/** Smaller pieces, in bytes, are put together, so many at a time: each costs more than it holds. */
const small = 1024;
const together = 256;

/** A body on its way, as far as it is kept: the pieces are those that pass, and copies of small ones. */
export class KeptBody {
  readonly #largest: number;
  readonly #isMedia: boolean;
  #pieces: Buffer[] = [];
  /** Small ones, which come after the others. */
  #crumbs: Buffer[] = [];
  #size = 0;
  #missing: string | undefined;

  /** @param largest in bytes; nothing is kept of what is larger */
  constructor(headers: Readonly<Record<string, string>>, largest: number) {
    this.#largest = largest;
    this.#isMedia = media.test(headers['content-type'] ?? '');
    if (Number(headers['content-length'] ?? 0) > largest) this.#forget(tooLarge(largest));
  }

  add(piece: Buffer): void {
    if (this.#missing !== undefined) return;
    const isFirst = this.#size === 0;
    this.#size += piece.length;
    const isSeen = isFirst && this.#isMedia && !jsonBeginning.test(piece.toString('latin1', 0, 16));
    if (isSeen) this.#forget('is media');
    else if (this.#size > this.#largest) this.#forget(tooLarge(this.#largest));
    else if (piece.length < small) {
      this.#crumbs.push(piece);
      if (this.#crumbs.length === together) this.#gather();
    } else {
      this.#gather();
      this.#pieces.push(piece);
    }
  }

  /** @param isWhole whether nothing is to come: what broke off is nobody's body */
  read(isWhole: boolean): Pick<SpokenMessage, 'body' | 'missing'> {
    if (!isWhole) return { missing: 'was cut off' };
    if (this.#missing !== undefined) return { missing: this.#missing };
    this.#gather();
    const [first] = this.#pieces;
    const isOne = first !== undefined && this.#pieces.length === 1;
    return { body: isOne ? first : Buffer.concat(this.#pieces) };
  }

  #gather(): void {
    const [first] = this.#crumbs;
    if (first === undefined) return;
    this.#pieces.push(this.#crumbs.length === 1 ? first : Buffer.concat(this.#crumbs));
    this.#crumbs = [];
  }

  #forget(missing: string): void {
    this.#missing = missing;
    this.#pieces = [];
    this.#crumbs = [];
  }
}

function tooLarge(largest: number): string {
  return `is larger than ${largest} bytes`;
}
