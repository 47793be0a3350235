import { expect, test } from 'vitest';
import { element, nested, xmlText } from './xml.ts';
import { readXml } from './xml-document.fixture.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

test('every character of Unicode can be written, and what XML 1.0 allows comes back as it was', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    const character = String.fromCodePoint(code);
    const hex = code.toString(16).padStart(4, '0');
    const isPlain = /^[\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]$/.test(character);
    const shown = isPlain ? character : character === '\r' ? '\\r' : `\\u${hex}`;
    if (readXml(`${declaration}<a>${xmlText(character)}</a>`).text !== shown) wrong.push(hex);
  }
  expect(wrong).toEqual([]);
  expect(xmlText('🫖')).toBe('🫖');
});

test('an attribute keeps its line breaks as escapes, and cannot be left', () => {
  const value = 'a\n\tb" c="<&>]]>';
  const read = readXml(declaration + element('one', { value }));
  expect(read.attributes).toEqual({ value: 'a\\n\\tb" c="<&>]]>' });
});

test('elements are nested by two spaces a step', () => {
  const inner = element('b', {}, nested([element('c', {})], 2));
  expect(element('a', {}, nested([inner], 1))).toBe('<a>\n  <b>\n    <c/>\n  </b>\n</a>');
});

test.each([
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a b="1" b="2"/>',
  '<a>&x;</a>',
  '<a>\u001b</a>',
  '<a>]]></a>',
])('the reader of these tests refuses what is not well-formed: %j', (document) => {
  expect(() => readXml(declaration + document)).toThrow();
});
