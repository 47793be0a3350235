import type { SpokenMessage } from '../traffic/spoken.ts';

/** Media that no document says more of than their type: nobody looks into them. */
const media = /^(?:image|video|audio|font)\/|^application\/octet-stream\b/i;

/** A body on its way, as far as it is kept: the pieces are those that pass, not copies. */
export class KeptBody {
  readonly #largest: number;
  #pieces: Buffer[] = [];
  #size = 0;
  #missing: string | undefined;

  /** @param largest in bytes; nothing is kept of what is larger */
  constructor(headers: Readonly<Record<string, string>>, largest: number) {
    this.#largest = largest;
    if (media.test(headers['content-type'] ?? '')) this.#missing = 'it is media';
    if (Number(headers['content-length'] ?? 0) > largest) this.#tooLarge();
  }

  add(piece: Buffer): void {
    if (this.#missing !== undefined) return;
    this.#size += piece.length;
    if (this.#size > this.#largest) this.#tooLarge();
    else this.#pieces.push(piece);
  }

  /** @param isWhole whether nothing is to come: what broke off is nobody's body */
  read(isWhole: boolean): Pick<SpokenMessage, 'body' | 'missing'> {
    if (!isWhole) return { missing: 'the connection ended before it was whole' };
    if (this.#missing !== undefined) return { missing: this.#missing };
    const [first] = this.#pieces;
    const isOne = first !== undefined && this.#pieces.length === 1;
    return { body: isOne ? first : Buffer.concat(this.#pieces) };
  }

  #tooLarge(): void {
    this.#missing = `it is larger than ${this.#largest} bytes`;
    this.#pieces = [];
  }
}
