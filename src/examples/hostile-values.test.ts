import { expect, test } from 'vitest';
import { checked, checkedSchema, folderWith } from './checked.fixture.ts';

test('properties named like those of every object are properties', async () => {
  const schema = JSON.parse(`{
    "properties": { "__proto__": { "type": "string" }, "constructor": { "type": "string" } },
    "additionalProperties": false,
    "required": ["toString"],
    "example": { "__proto__": 1, "constructor": 1, "hasOwnProperty": 1 }
  }`);
  expect((await checkedSchema(schema)).map((one) => one.replace(/^.*?:\d+ /, ''))).toEqual([
    'the example lacks the required property "toString"',
    '/__proto__ is a number, and has to be a string',
    '/constructor is a number, and has to be a string',
    '/hasOwnProperty is a property that the schema does not allow',
  ]);
});

test('values with a valueOf, a toString or a constructor of their own are equal to themselves', async () => {
  const value = { valueOf: 1, toString: { a: 2 }, constructor: 3 };
  const other = { constructor: 3, toString: { a: 2 }, valueOf: 1 };
  expect(await checkedSchema({ const: value, example: other })).toEqual([]);
  expect(await checkedSchema({ enum: [0, value], example: other })).toEqual([]);
  expect(await checkedSchema({ uniqueItems: true, example: [value, other] })).toHaveLength(1);
  expect(await checkedSchema({ const: value, example: { ...other, valueOf: 2 } })).toHaveLength(1);
});

test('a version that is an object is no version, and ends nothing', async () => {
  const { unchecked } = await checked(
    folderWith({
      'a.json': '{"openapi":{"toString":1}}',
      'b.json': '{"swagger":{"toString":1,"valueOf":2}}',
    }),
  );
  expect(unchecked).toEqual([
    expect.stringContaining('nobody knows OpenAPI {"toString":1}'),
    expect.stringContaining('it is Swagger {"toString":1,"valueOf":2}, and no OpenAPI 3'),
  ]);
});

const wrong = 'example-matches-schema';
const broken = 'document-parses';

test.each<readonly [string, string, string | Uint8Array, readonly string[]]>([
  ['a byte order mark', 'a.yaml', '\uFEFFtype: string\nexample: 1\n', [`${wrong} 2:10`]],
  ['a byte order mark', 'a.json', '\uFEFF{"type":"string","example":1}', [`${wrong} 1:28`]],
  ['a NUL', 'a.yaml', 'type: string\nexample: "\0"\n', [`${broken} 1:24`]],
  ['an escaped NUL', 'a.json', '{"type":"integer","example":"\\u0000"}', [`${wrong} 1:29`]],
  ['half a surrogate pair', 'a.json', '{"type":"integer","example":"\\ud800"}', [`${wrong} 1:29`]],
  ['UTF-16', 'a.yaml', Buffer.from('\uFEFFtype: string', 'utf16le'), [`${broken} 1:4`]],
  ['nothing', 'a.json', '', [`${broken} 1:1`]],
  ['two documents', 'a.yaml', 'type: string\n---\ntype: string\n', [`${broken} 1:1`]],
  ['a tag of code', 'a.yaml', '!!js/function "x"', [`${broken} 1:18`]],
  ['what is no number', 'a.yaml', 'type: integer\nexample: .nan\n', [`${wrong} 2:10`]],
  [
    'an escape in a key',
    'a.json',
    '{"\\u001b[31m\\"":0,"type":"null","example":1}',
    [`${wrong} 1:43`],
  ],
])('%s in %s is read for what it is', async (_what, name, text, places) => {
  const { told } = await checked(folderWith({ [name]: text }));
  expect(told.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(places);
});

test('the same key twice in an object has the place of the one that counts', async () => {
  const { told } = await checked(
    folderWith({ 'a.json': '{"type":"string",\n"example":"a",\n"example":1}' }),
  );
  expect(told).toEqual([`${wrong} 3:11 the example is a number, and has to be a string`]);
});
