import type { NamedRefusal } from '../../../src/scenario/refusal.ts';

interface BadBody {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly refusal: NamedRefusal;
  readonly bodies: readonly (string | Uint8Array | null)[];
}

/** A string in which some bytes are no UTF-8, or a member of that name. */
function withBytes(bytes: readonly number[], isName = false): Uint8Array {
  const [before, after] = isName ? ['{"text', '": 1}'] : ['{"text": "', '"}'];
  const ascii = (text: string) => [...text].map((one) => one.charCodeAt(0));
  return Uint8Array.from([...ascii(before), ...bytes, ...ascii(after)]);
}

/** Bodies that no homeserver may take, by how they have to be refused. */
export const badBodies: readonly BadBody[] = [
  {
    name: 'a-body-that-is-not-json-is-refused',
    title: 'A PUT of a body that is not JSON is refused with 400 M_NOT_JSON',
    rows: ['C1'],
    refusal: 'M_NOT_JSON',
    bodies: [
      ...['not json', 'text=form', "{'text': 'quotes'}", '{', '{"text": "cut off', '{,}'],
      ...['{"object": {"cut": "off"}', '{"comma": "at the end",}', '{"list": [1, 2,]}'],
      ...['{name: "without quotes"}', '{1: "a number"}', '{"word": True}', '{"word": undefined}'],
      ...['{"value":}', '{"comma" "missing"}', '{"comma": "missing" "between": 1}', '{"a"= 1}'],
    ],
  },
  {
    name: 'a-body-with-more-than-json-is-refused',
    title: 'A PUT of JSON with something before it, after it or within it is refused',
    rows: ['C8'],
    refusal: 'M_NOT_JSON',
    bodies: [
      ...['{"text": "whole"} and more', '{"a": 1}{"b": 2}', '{"a": 1}\n{"b": 2}', '{"brace": 1}}'],
      ...['{"a": 1},', '{"a": 1}\u0000', 'and {"text": "whole"}'],
      ...['{"comment": 1} // one', '/* one */ {"comment": 2}', '# one\n{"a": 1}'],
    ],
  },
  {
    name: 'a-body-with-what-json-has-to-escape-is-refused',
    title:
      'A PUT with raw control characters, or with escapes and white space that JSON lacks, is refused',
    rows: ['C8'],
    refusal: 'M_NOT_JSON',
    bodies: [
      ...['\u0000', '\u0001', '\t', '\n', '\u001f'].map((one) => `{"raw": "a${one}b"}`),
      '{"raw\n": "in a name"}',
      ...['{"escape": "\\x41"}', '{"escape": "\\u00"}', '{"escape": "\\\'"}'],
      ...['\f', '\u00a0'].map((one) => `{"space":${one}1}`),
    ],
  },
  {
    name: 'a-body-that-is-not-utf-8-is-refused',
    title: 'A PUT of a body with bytes that are not UTF-8 is refused with 400 M_NOT_JSON',
    rows: ['C6'],
    refusal: 'M_NOT_JSON',
    // Bytes that no character begins with, that are cut off, overlong, half a pair, or too high.
    bodies: [
      ...[[0xff], [0xe9], [0xe2, 0x82], [0xc0, 0xaf]].map((one) => withBytes(one)),
      ...[
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
      ].map((one) => withBytes(one)),
      withBytes([0xff], true),
    ],
  },
  {
    name: 'an-empty-body-is-refused',
    title: 'A PUT without a body is refused with 400 M_NOT_JSON',
    rows: ['C2'],
    refusal: 'M_NOT_JSON',
    bodies: ['', null],
  },
  {
    name: 'a-body-that-is-no-object-is-refused',
    title: 'A PUT of a JSON value that is no object is refused with 400 M_BAD_JSON',
    rows: ['C3'],
    refusal: 'M_BAD_JSON',
    bodies: [
      ...['[]', '"text"', '1', 'true', 'false', '0', '"{\\"text\\": 1}"'],
      ...['[{"text": "in a list"}]', '[["text", "a pair"]]', ' []'],
    ],
  },
  {
    name: 'a-body-of-null-is-refused',
    title: 'A PUT of null is refused with 400 M_BAD_JSON',
    rows: ['C4'],
    refusal: 'M_BAD_JSON',
    bodies: ['null', ' null\n'],
  },
];
