import { seenAsMedia } from '../traffic/seen-as-media.ts';
import type { SpokenMessage } from '../traffic/spoken.ts';
import { tooLarge } from '../traffic/too-large.ts';
import { BodyPieces } from './body-pieces.ts';
import type { Keeping } from './keeping.ts';

/** Media that no document says more of than their type, unless they are JSON after all. */
const media = /^(?:image|video|audio|font)\/|^application\/octet-stream\b/i;
const jsonBeginning = /^\s*[[{]/;

/** A body on its way, as far as it is kept: until it is read or forgotten, whichever comes first. */
export class KeptBody {
  readonly #keeping: Keeping;
  readonly #isMedia: boolean;
  readonly #pieces = new BodyPieces();
  #missing: string | undefined;

  constructor(headers: Readonly<Record<string, string>>, keeping: Keeping) {
    const { largestKept } = keeping;
    this.#keeping = keeping;
    this.#isMedia = media.test(headers['content-type'] ?? '');
    if (Number(headers['content-length'] ?? 0) > largestKept) this.#missing = tooLarge(largestKept);
  }

  add(piece: Buffer): void {
    if (this.#missing !== undefined) return;
    const { largestKept, keptBytes } = this.#keeping;
    const { size } = this.#pieces;
    const isSeen =
      size === 0 && this.#isMedia && !jsonBeginning.test(piece.toString('latin1', 0, 16));
    if (isSeen) this.forget(seenAsMedia);
    else if (size + piece.length > largestKept) this.forget(tooLarge(largestKept));
    else if (!keptBytes.take(piece.length)) {
      this.forget('was not kept, as too much was under way at once');
    } else this.#pieces.add(piece);
  }

  /** @param isWhole whether nothing is to come: what broke off is nobody's body */
  read(isWhole: boolean): Pick<SpokenMessage, 'body' | 'missing'> {
    const missing = isWhole ? this.#missing : 'was cut off';
    const told = missing === undefined ? { body: this.#pieces.whole() } : { missing };
    this.forget('was told already');
    return told;
  }

  /** Lets go what is kept, and keeps nothing more. */
  forget(missing: string): void {
    this.#missing ??= missing;
    this.#keeping.keptBytes.giveBack(this.#pieces.size);
    this.#pieces.clear();
  }
}
