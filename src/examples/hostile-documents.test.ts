import { expect, test } from 'vitest';
import { checked, checkedSchema, folderWith } from './checked.fixture.ts';

const wrong = 'type: string\nexample: 1\n';
const isANumber = 'the example is a number, and has to be a string';

test('aliases that come to billions of values, or to themselves, are a document that cannot be read', async () => {
  const laughs = Array.from({ length: 40 }, (_, i) => `x${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`);
  const folder = folderWith({
    'cycle.yaml': '&x\ntype: object\nexample: *x\n',
    'laughs.yaml': `x0: &a0 [lol]\n${laughs.join('')}`,
  });
  expect((await checked(folder)).told).toEqual([
    'document-parses 1:1 this cannot be read: its aliases expand without bound',
    'document-parses 1:1 this cannot be read: its aliases expand without bound',
  ]);
});

test.each([
  ['lists in JSON', 'a.json', '['.repeat(1e5) + ']'.repeat(1e5)],
  ['lists in YAML', 'a.yaml', `type: array\nexample: ${'['.repeat(1e5)}${']'.repeat(1e5)}`],
  ['lists that nobody closes', 'a.yaml', '['.repeat(1e5)],
  ['schemas', 'a.json', `${'{"example":[1],"items":'.repeat(1e5)}{}${'}'.repeat(1e5)}`],
])('100,000 %s within each other are a document that cannot be read', async (_, name, text) => {
  expect((await checked(folderWith({ [name]: text }))).told).toEqual([
    expect.stringMatching(/^document-parses .* this cannot be read: it is nested too deeply$/),
  ]);
});

test('a document of more than 16 MB is not read, and the one beside it is checked', async () => {
  const folder = folderWith({ 'a.yaml': wrong, 'big.yaml': 'a'.repeat(17 * 1024 * 1024) });
  const { told, unchecked } = await checked(folder);
  expect(told).toEqual([`example-matches-schema 2:10 ${isANumber}`]);
  expect(unchecked).toEqual([expect.stringContaining('is larger than 16777216 bytes')]);
});

test('of documents that are too large together the last are told as not checked', async () => {
  const text = `#${' '.repeat(15 * 1024 * 1024)}\n${wrong}`;
  const names = ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml', 'e.yaml'];
  const files = Object.fromEntries(names.map((name) => [name, text]));
  const { told, unchecked } = await checked(folderWith(files));
  expect(told).toHaveLength(4);
  expect(unchecked).toEqual([
    expect.stringMatching(/e\.yaml is not read: the documents before it are too large together$/),
  ]);
});

test('a line of 10 MB is previewed', async () => {
  const [told] = await checkedSchema({ type: 'integer', example: 'a'.repeat(1e7) });
  expect(told).toBe(
    'example-matches-schema 1:29 the example is a string, and has to be an integer',
  );
});

test('a pattern that never ends is told, and what follows it in other documents is checked', async () => {
  const endless = { pattern: '^(a+)+$', example: `${'a'.repeat(50)}!` };
  const folder = folderWith({ 'a.json': JSON.stringify(endless), 'b.yaml': wrong });
  expect((await checked(folder)).told).toEqual([
    'check-ends 1:32 holding this value against its schema takes longer than two seconds',
    `example-matches-schema 2:10 ${isANumber}`,
  ]);
});

test('a schema that doubles with each of 60 references ends', async () => {
  const refs = (i: number) => [{ $ref: `#/$defs/s${i + 1}` }, { $ref: `#/$defs/s${i + 1}` }];
  const chain = Array.from({ length: 60 }, (_, i) => [`s${i}`, { anyOf: refs(i) }]);
  const $defs = { ...Object.fromEntries(chain), s60: { required: ['x'] } };
  expect(await checkedSchema({ $ref: '#/$defs/s0', example: {}, $defs })).toEqual([
    'check-ends 1:32 holding this value against its schema takes longer than two seconds',
  ]);
});

test('a schema that is nothing but itself is told where a value is held against it', async () => {
  expect(await checkedSchema({ type: 'object', example: {}, allOf: [{ $ref: '#' }] })).toEqual([
    'check-ends 1:28 this value, or its schema, is nested too deeply',
  ]);
});

test('200,000 different items are found to be different, and one that comes again is told', async () => {
  const items = Array.from({ length: 200_000 }, (_, id) => ({ id }));
  expect(await checkedSchema({ uniqueItems: true, example: items })).toEqual([]);
  expect(await checkedSchema({ uniqueItems: true, example: [...items, { id: 0 }] })).toEqual([
    expect.stringContaining('must not have the same item twice'),
  ]);
});

test('20,000 findings in one document each have a place of their own', async () => {
  const schemas = Array.from({ length: 20_000 }, (_, id) => [`s${id}`, { format: `f${id}` }]);
  const document = { type: 'object', $defs: Object.fromEntries(schemas) };
  const { findings } = await checked(folderWith({ 'a.json': JSON.stringify(document, null, 1) }));
  expect(findings).toHaveLength(20_000);
  expect(findings.at(-1)).toMatchObject({ line: 60_002, pointer: '/$defs/s19999/format' });
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(20_000);
});
