import { isPlain } from './is-plain.ts';
import { type SecretPattern, secretPattern } from './secret-pattern.ts';

/** So much of a secret, from its start, is as good as the whole: texts are cut somewhere. */
const leastPart = 12;

/** Secrets, prepared for being looked for in many texts. */
export class KnownSecrets {
  /** Of those that may be spelled in several ways. */
  readonly #patterns: readonly SecretPattern[];
  /** Those that are spelled the same everywhere. */
  readonly #plain: readonly string[];
  /** Those of them that are longer than one that may be spelled in several ways. */
  readonly #longer: readonly string[];
  /** Those of them that are not in `byStart`. */
  readonly #short: readonly string[];
  /** How long plain ones begin, and which ones begin so. */
  readonly #byStart = new Map<string, readonly string[]>();

  /** @param flags `gi` where the case may be another one, as in the names of headers. */
  constructor(secrets: readonly string[], flags: 'g' | 'gi') {
    // A secret may hold another one.
    const longestFirst = secrets.toSorted((a, b) => b.length - a.length);
    const spelled = longestFirst.filter((secret) => !isPlain(secret));
    this.#patterns = spelled.map((secret) => secretPattern(secret, leastPart, flags));
    this.#plain = longestFirst.filter(isPlain);
    const least = spelled.at(-1)?.length ?? Number.POSITIVE_INFINITY;
    this.#longer = this.#plain.filter((secret) => secret.length > least);
    this.#short = this.#plain.filter((secret) => secret.length <= leastPart);
    for (const secret of this.#plain.slice(0, this.#plain.length - this.#short.length)) {
      const start = secret.slice(0, leastPart);
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), secret]);
    }
  }

  /** The text with the mask in place of each of them, and of what is left of one that was cut. */
  blot(text: string, mask: string): string {
    let blotted = text;
    // What is nearly another secret, and shorter, would leave the end of that one.
    for (const secret of this.#longer) blotted = blotted.replaceAll(secret, mask);
    for (const pattern of this.#patterns) blotted = pattern.blot(blotted, mask);
    // Where no long one begins there is none: most texts hold no secret at all.
    const hasLong = hasAny(blotted, this.#byStart.keys());
    for (const secret of hasLong ? this.#plain : this.#short) {
      if (blotted.includes(secret)) blotted = blotted.replaceAll(secret, mask);
    }
    if (!hasLong) return blotted;
    for (const [start, secrets] of this.#byStart) {
      blotted = blotParts(blotted, start, secrets, mask);
    }
    return blotted;
  }
}

function hasAny(text: string, parts: Iterable<string>): boolean {
  for (const part of parts) if (text.includes(part)) return true;
  return false;
}

function blotParts(text: string, start: string, secrets: readonly string[], mask: string): string {
  let blotted = '';
  let from = 0;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, from)) {
    blotted += text.slice(from, at) + mask;
    from = at + Math.max(...secrets.map((secret) => sharedLength(text, at, secret)));
  }
  return blotted + text.slice(from);
}

function sharedLength(text: string, at: number, secret: string): number {
  let length = 0;
  while (length < secret.length && text[at + length] === secret[length]) length += 1;
  return length;
}
