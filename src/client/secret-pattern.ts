import { isPlain } from './is-plain.ts';
import { backslash, spellings } from './spellings.ts';

/** So deep an expression is enough: what is longer is a text of its own. */
const deepest = 200;

/** Many times what is looked at: whoever is hostile sends megabytes. */
const longest = 20_000;

/** Finds a secret in texts. */
export interface SecretPattern {
  /** The text with the mask in place of it, and of what is left of one that was cut. */
  blot(text: string, mask: string): string;
}

/**
 * Finds a text in whatever spelling it comes back: as it is; escaped as JSON, any number of times,
 * also with `\uXXXX`; percent-encoded, as URLs or forms are; escaped as HTML; its UTF-8 read as
 * Latin-1, or shown byte for byte; its UTF-16 cut down to Latin-1. A mixture of them is found too,
 * and a text that was cut off after `least` characters or later.
 */
export function secretPattern(secret: string, least: number, flags: 'g' | 'gi'): SecretPattern {
  const characters = [...secret.slice(0, longest).toWellFormed()];
  const start = partsOf(characters.slice(0, least + deepest));
  const head = start.slice(0, least).join('');
  const first = new RegExp(head + nested(start.slice(least)), flags);
  let further: readonly RegExp[] | undefined;
  // Of most secrets nobody ever looks for it.
  const rest = () => {
    further ??= restOf(characters.slice(least + deepest - 1), flags);
    return further;
  };
  return {
    blot(text, mask) {
      // Of backslashes alone, which are not looked for, there is no expression.
      if (head === '') return text;
      let blotted = '';
      let from = 0;
      first.lastIndex = 0;
      for (let found = first.exec(text); found !== null; found = first.exec(text)) {
        blotted += text.slice(from, found.index) + mask;
        from = endOf(text, first.lastIndex, rest());
        first.lastIndex = from;
      }
      return from === 0 ? text : blotted + text.slice(from);
    },
  };
}

/** As many of the expressions as come, each where the one before has ended. */
function nested(parts: readonly string[]): string {
  return parts.reduceRight((rest, part) => `(?:${part}${rest})?`, '');
}

/** @param characters from the last one before them: a backslash is looked for with what follows it */
function restOf([last = '', ...characters]: readonly string[], flags: 'g' | 'gi'): RegExp[] {
  const parts = partsOf(last === '\\' ? [last, ...characters] : characters, false);
  const count = Math.ceil(parts.length / deepest);
  return Array.from({ length: count }, (_, index) => {
    const chunk = parts.slice(index * deepest, (index + 1) * deepest);
    return new RegExp(nested(chunk), flags.replace('g', 'y'));
  });
}

function endOf(text: string, start: number, rest: readonly RegExp[]): number {
  let end = start;
  for (const pattern of rest) {
    pattern.lastIndex = end;
    pattern.test(text);
    if (pattern.lastIndex <= end) return end;
    end = pattern.lastIndex;
  }
  return end;
}

/** One expression a character; runs of backslashes stand before the character that follows. */
function partsOf(characters: readonly string[], isStart = true): string[] {
  const parts: string[] = [];
  let hasBackslash = false;
  for (const character of characters) {
    if (character === '\\') {
      hasBackslash = true;
      continue;
    }
    const isFirst = isStart && parts.length === 0;
    const run = isFirst
      ? ''
      : hasBackslash
        ? `${backslash}+`
        : isPlain(character)
          ? ''
          : `${backslash}*`;
    parts.push(run + spellings(character));
    hasBackslash = false;
  }
  return parts;
}
