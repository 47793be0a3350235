/** Smaller pieces, in bytes, are copied beyond the first few: each would cost more than it holds. */
const small = 1024;
const few = 4;
/** Blocks that pieces are copied to grow with the body, between these, in bytes. */
const smallestBlock = 512;
const largestBlock = 4096;
const nothing = Buffer.alloc(0);

/**
 * The pieces of one body: those that passed, and copies of those that would hold far more memory
 * than is theirs, as the smallest do, and those that are a part of something large.
 */
export class BodyPieces {
  #pieces: Buffer[] = [];
  /** Memory of this body alone, and how much of it is filled since the last piece. */
  #block = nothing;
  #filled = 0;
  #size = 0;

  /** In bytes. */
  get size(): number {
    return this.#size;
  }

  add(piece: Buffer): void {
    // Most bodies are one piece, and come with their head: that is not worth a copy.
    const most = 2 * piece.length + (this.#size === 0 ? largestBlock : 0);
    this.#size += piece.length;
    const isCrumb = piece.length < small && this.#pieces.length >= few;
    if (isCrumb || piece.buffer.byteLength > most) this.#copy(piece);
    else {
      this.#close();
      this.#pieces.push(piece);
    }
  }

  whole(): Buffer {
    this.#close();
    const [first] = this.#pieces;
    const isOne = first !== undefined && this.#pieces.length === 1;
    return isOne ? first : Buffer.concat(this.#pieces);
  }

  clear(): void {
    this.#pieces = [];
    this.#block = nothing;
    this.#filled = 0;
    this.#size = 0;
  }

  #copy(piece: Buffer): void {
    for (let at = 0; at < piece.length; ) {
      if (this.#filled === this.#block.length) {
        this.#close();
        const size = Math.min(largestBlock, Math.max(smallestBlock, this.#size));
        this.#block = Buffer.allocUnsafeSlow(size);
      }
      const copied = piece.copy(this.#block, this.#filled, at);
      this.#filled += copied;
      at += copied;
    }
  }

  /** What was copied comes before the next piece; the rest of the block is filled later on. */
  #close(): void {
    if (this.#filled === 0) return;
    this.#pieces.push(this.#block.subarray(0, this.#filled));
    this.#block = this.#block.subarray(this.#filled);
    this.#filled = 0;
  }
}
