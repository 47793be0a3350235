import { expect, test } from 'vitest';
import { resolveReference } from './resolve-reference.ts';
import { Sources } from './sources.ts';

const files: Readonly<Record<string, string>> = {
  'file:///named.json': `{ "$id": "https://example.org/named.json", "$defs": {
    "a": { "$anchor": "contact", "type": "string" },
    "b": { "$id": "inner.json", "$defs": { "c": { "$anchor": "contact" } } } } }`,
  'file:///plain.yaml': '$defs: { a/b: { type: string }, list: [{ type: integer }] }',
};

function resolve(document: string, reference: string, ...path: string[]) {
  const sources = new Sources((uri) => {
    const text = files[uri];
    if (text === undefined) throw new Error(`there is no ${uri}`);
    return text;
  });
  const from = sources.at(`file:///${document}`, path);
  if (from === undefined) throw new Error(`no ${document}`);
  return resolveReference(sources, from, reference);
}

test.each([
  ['named.json', '#contact', [], '$defs/a'],
  ['named.json', 'https://example.org/named.json#contact', [], '$defs/a'],
  ['named.json', '#contact', ['$defs', 'b'], '$defs/b/$defs/c'],
  ['named.json', 'inner.json#/$defs/c', [], '$defs/b/$defs/c'],
  ['plain.yaml', '#/$defs/a~1b', [], '$defs/a/b'],
  ['plain.yaml', '#/$defs/list/0', [], '$defs/list/0'],
] as const)('in %s, %s from %j leads to %s', (document, reference, path, where) => {
  const found = resolve(document, reference, ...path);
  expect('path' in found && found.path.join('/')).toBe(where);
});

test.each([
  ['named.json', '#Contact', 'there is no anchor Contact in https://example.org/named.json'],
  ['plain.yaml', '#/$defs/c', 'there is no #/$defs/c'],
  ['plain.yaml', '#anchor', 'there is no anchor anchor in /plain.yaml'],
  ['plain.yaml', 'nowhere.yaml', 'there is no file:///nowhere.yaml'],
  ['plain.yaml', 'http://[', 'http://[ is no URI'],
])('in %s, %s leads nowhere: %s', (document, reference, trouble) => {
  expect(resolve(document, reference)).toEqual({ trouble });
});
