import { escapeCharacter } from './visible.ts';

/** What XML 1.0 forbids, what it discourages, and the CR, which a parser would turn into LF. */
const forbidden = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What is nearly everything, and needs no table of Unicode to be let through. */
const unusual = /[^\t\n\u0020-\u007e]+/g;

/** A text as XML 1.0 can carry it: no forbidden character, no markup, never a `]]>`. */
export function xmlText(text: string): string {
  return text
    .replace(unusual, (run) => run.replace(forbidden, escapeCharacter))
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** An attribute's value: also its tabs and line breaks survive the parser's normalisation. */
function xmlAttribute(value: string | number): string {
  return xmlText(String(value)).replace(/[\t\n]/g, escapeCharacter);
}

/** One element; `content` is XML already, such as other elements or an `xmlText`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${xmlAttribute(value)}"`,
  );
  const start = `<${name}${written.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** Elements on lines of their own, indented by one step more than what is around them. */
export function nested(elements: readonly string[], depth: number): string {
  if (elements.length === 0) return '';
  const indent = '  '.repeat(depth);
  return `${elements.map((one) => `\n${indent}${one}`).join('')}\n${'  '.repeat(depth - 1)}`;
}
