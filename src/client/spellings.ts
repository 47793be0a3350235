import { isPlain } from './is-plain.ts';

/** JSON in JSON in JSON: backslashes, which may be percent-encoded themselves. */
export const backslash = '(?:\\\\|%(?:25)*5[Cc])';

/** What a character comes back as, as an expression: one of its spellings, in whatever encoding. */
export function spellings(character: string): string {
  if (isPlain(character)) return literal(character);
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
