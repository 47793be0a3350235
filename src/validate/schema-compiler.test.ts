import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { documentOf, folderOf } from '../openapi/folder.fixture.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { SpecificationError } from '../openapi/specification-error.ts';
import { createSchemaCompiler } from './schema-compiler.ts';

const official = fileURLToPath(new URL('../../../shared/matrix-spec', import.meta.url));

/** The validator of the 200 of `getThing` in these files. */
async function compile(files: Record<string, string>) {
  const specification = await loadSpecification(join(await folderOf(files), 'a.yaml'));
  const uri = specification.operation('getThing').responses['200']?.content['application/json'];
  return createSchemaCompiler(specification.schemas).compile(uri ?? '');
}

test.skipIf(!existsSync(official))(
  'every schema of the responses of all 235 official operations compiles (skipped where ../shared/matrix-spec is not there)',
  async () => {
    const { operations, schemas } = await loadSpecification(official);
    const compiler = createSchemaCompiler(schemas);
    const uris = operations.flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ content, headers }) => [
        ...Object.values(content),
        ...Object.values(headers).map((header) => header.schema),
      ]),
    );
    const named = uris.filter((uri) => uri !== undefined);
    expect(named.length).toBeGreaterThan(500);
    for (const uri of named) expect(compiler.compile(uri)).toBeTypeOf('function');
  },
);

test('what stands beside a $ref counts as well as what is behind it', async () => {
  const validate = await compile({
    'a.yaml': documentOf('{ $ref: parts/a.yaml, required: [b] }'),
    'parts/a.yaml': 'required: [a]\n',
  });
  expect(validate({ a: 1, b: 1 })).toBe(true);
  expect(validate({ b: 1 })).toBe(false);
  expect(validate({ a: 1 })).toBe(false);
});

test('a chain of bare $refs over three documents in three folders leads to its end', async () => {
  const validate = await compile({
    'a.yaml': documentOf('{ $ref: one/a.yaml }'),
    'one/a.yaml': '$ref: two/b.yaml\n',
    'one/two/b.yaml': "$ref: '../../three/c d.yaml#/here/a~1b/%7Bid%7D'\n",
    'three/c d.yaml': 'here: { a/b: { "{id}": { properties: { x: { $ref: e.yaml } } } } }\n',
    'three/e.yaml': 'type: integer\n',
  });
  expect(validate({ x: 1 })).toBe(true);
  expect(validate({ x: 'one' })).toBe(false);
});

test('a schema that holds itself works at every depth', async () => {
  const validate = await compile({
    'a.yaml': documentOf('{ $ref: tree.yaml }'),
    'tree.yaml':
      'type: object\nproperties:\n  children: { items: { $ref: tree.yaml } }\n  name: { type: string }\n',
  });
  expect(validate({ children: [{ children: [{ name: 'leaf' }] }] })).toBe(true);
  expect(validate({ children: [{ children: [{ name: 1 }] }] })).toBe(false);
});

test('extensions and examples are no words of a schema, and values are no schemas', async () => {
  const validate = await compile({
    'a.yaml': documentOf(
      '{ x-weight: 1, example: { x: 1 }, properties: { x-y: { type: string }, example: { const: { properties: 1, x-z: 2 } } } }',
    ),
  });
  expect(validate({ 'x-y': 1 })).toBe(false);
  expect(validate({ example: { properties: 1, 'x-z': 2 } })).toBe(true);
  expect(validate({ example: { properties: 1 } })).toBe(false);
});

test('a pattern that is none in Unicode mode still counts', async () => {
  const validate = await compile({ 'a.yaml': documentOf("{ pattern: '^[\\w-\\.]+$' }") });
  expect(validate('a-b.c')).toBe(true);
  expect(validate('a b')).toBe(false);
});

test.each([
  ['an unknown word', '{ tpye: string }', /^\S*a\.yaml:12:25: tpye is no word of JSON Schema$/],
  [
    'an unknown format',
    '{ format: mx-nothing }',
    /^\S*a\.yaml:12:25: the format mx-nothing is not known$/,
  ],
  [
    'an unknown type',
    '{ properties: { x: { type: strnig } } }',
    /^\S*a\.yaml:12:44: this is no JSON Schema: must/,
  ],
  ['a pattern that is none', "{ pattern: '(' }", /^\S*a\.yaml:12:25: \( is no pattern$/],
  [
    'a circle of bare $refs',
    "{ $ref: '#/components/schemas/a' }",
    /^\S*a\.yaml:1\d:\d+: \$ref leads back to itself$/,
  ],
])('%s is a located error, never a pass', async (_, schema, message) => {
  const circle =
    "components: { schemas: { a: { $ref: '#/components/schemas/b' }, b: { $ref: '#/components/schemas/a' } } }\n";
  const error = await compile({ 'a.yaml': documentOf(schema, circle) }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SpecificationError);
  expect((error as Error).message).toMatch(message);
});
