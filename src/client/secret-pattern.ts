/** What no usual spelling changes. */
const plain = /^[A-Za-z0-9._~-]$/;

/** Whether a secret is spelled the same everywhere. */
export function isPlain(secret: string): boolean {
  return /^[A-Za-z0-9._~-]*$/.test(secret);
}

/** JSON in JSON in JSON: backslashes, which may be percent-encoded themselves. */
const backslash = '(?:\\\\|%(?:25)*5[Cc])';

/**
 * Finds a text in whatever spelling it comes back: as it is; escaped as JSON, any number of times,
 * also with `\uXXXX`; percent-encoded, as URLs or forms are; escaped as HTML; its UTF-8 read as
 * Latin-1, or shown byte for byte; its UTF-16 cut down to Latin-1. A mixture of them is found too,
 * and a text that was cut off after `least` characters or later.
 */
export function secretPattern(text: string, least: number, flags: 'g' | 'gi'): RegExp {
  // Many times what is looked at below: whoever is hostile sends megabytes.
  const parts = partsOf(text.slice(0, 4000).toWellFormed());
  const head = parts.slice(0, least).join('');
  // So deep an expression is enough: what is longer is a text of its own.
  const tail = parts.slice(least, least + 200);
  return new RegExp(head + tail.reduceRight((rest, part) => `(?:${part}${rest})?`, ''), flags);
}

/** One expression a character; runs of backslashes stand before the character that follows. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let hasBackslash = false;
  for (const character of text) {
    if (character === '\\') {
      hasBackslash = true;
      continue;
    }
    const isFirst = parts.length === 0;
    const run = isFirst
      ? ''
      : hasBackslash
        ? `${backslash}+`
        : plain.test(character)
          ? ''
          : `${backslash}*`;
    parts.push(run + (plain.test(character) ? literal(character) : spellings(character)));
    hasBackslash = false;
  }
  return parts;
}

function spellings(character: string): string {
  const bytes = [...Buffer.from(character, 'utf8')];
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const code = character.codePointAt(0) ?? 0;
  const all = [
    bytes.map((byte) => `%(?:25)*${hex(byte, 2)}`).join(''),
    units.map((unit) => `\\\\?u${hex(unit, 4)}`).join(`${backslash}*`),
    bytes.map((byte) => `\\\\?x${hex(byte, 2)}`).join(''),
    `&#(?:0*${code}|[xX]0*${hex(code, 1)});`,
    ...(names[character] ?? []),
  ];
  if (code >= 0x80) {
    all.push(bytes.map((byte) => literal(String.fromCharCode(byte))).join(''));
    all.push(units.map((unit) => latin1(unit % 0x100)).join(''));
  }
  // The others may begin with it: `%25`, `&amp;`.
  all.push(literal(character));
  return `(?:${all.join('|')})`;
}

/** A unit of UTF-16 of which Latin-1 kept the lower byte. */
function latin1(byte: number): string {
  const one = literal(String.fromCharCode(byte));
  return byte < 0x80 ? one : `(?:\\\\?x${hex(byte, 2)}|${one})`;
}

/** Other words for a character. */
const names: Readonly<Record<string, readonly string[]>> = {
  ' ': ['\\+'],
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  '"': ['&quot;'],
  "'": ['&apos;'],
  '\b': ['\\\\b'],
  '\f': ['\\\\f'],
  '\n': ['\\\\n'],
  '\r': ['\\\\r'],
  '\t': ['\\\\t'],
  // What a lone surrogate becomes in UTF-8.
  '\ufffd': ['[\\ud800-\\udfff]', '\\\\?u[dD][89a-fA-F][0-9a-fA-F]{2}'],
};

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** In digits of either case. */
function hex(value: number, length: number): string {
  const digits = value.toString(16).padStart(length, '0');
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
