import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, folderOf } from './folder.fixture.ts';
import { loadSpecification } from './load-specification.ts';
import { SpecificationError } from './specification-error.ts';

/** What loading these files, or one of them, says, with the folder left out. */
async function messageOf(files: Record<string, string>, source = ''): Promise<string> {
  const folder = await folderOf(files);
  const error = await loadSpecification(join(folder, source)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SpecificationError);
  return (error as Error).message.replaceAll(`${folder}/`, '').replaceAll(folder, '<folder>');
}

const good = documentOf('{ type: object }');

test('what is no YAML is told with its line and column', async () => {
  expect(
    await messageOf({ 'a.yaml': 'openapi: 3.1.0\npaths:\n  x: [1, 2\ninfo: {}\n' }),
  ).toMatchInlineSnapshot(
    `"a.yaml:4:1: no valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"`,
  );
});

test('what is no YAML in a part is told at the part', async () => {
  const files = {
    'a.yaml': documentOf('{ $ref: parts/b.yaml }'),
    'parts/b.yaml': 'type: object\n\ttype: x\n',
  };
  expect(await messageOf(files)).toMatchInlineSnapshot(
    `"parts/b.yaml:2:1: no valid YAML: Tabs are not allowed as indentation"`,
  );
});

test('a key that stands twice is told', async () => {
  expect(await messageOf({ 'a.yaml': `${good}openapi: 3.1.0\n` })).toMatchInlineSnapshot(
    `"a.yaml:13:1: no valid YAML: Map keys must be unique"`,
  );
});

test('what is no JSON is told with its line and column', async () => {
  expect(
    await messageOf({ 'a.json': '{\n  "openapi": "3.1.0",\n  "paths": {"x" 1}\n}' }),
  ).toMatchInlineSnapshot(`"a.json:3:17: no valid JSON: Missing , or : between flow map items"`);
});

test('a $ref to a file that is not there is told where the $ref stands', async () => {
  expect(await messageOf({ 'a.yaml': documentOf('{ $ref: parts/b.yaml }') })).toMatchInlineSnapshot(
    `"a.yaml:12:25: $ref leads nowhere: there is no file parts/b.yaml"`,
  );
});

test('a $ref to nothing within a document is told where the $ref stands', async () => {
  expect(
    await messageOf({ 'a.yaml': documentOf("{ $ref: '#/components/schemas/B' }") }),
  ).toMatchInlineSnapshot(`"a.yaml:12:25: $ref leads nowhere: there is no #/components/schemas/B"`);
});

test('a $ref that is no URI is told where it stands', async () => {
  expect(await messageOf({ 'a.yaml': documentOf("{ $ref: 'http://[' }") })).toMatchInlineSnapshot(
    `"a.yaml:12:25: $ref leads nowhere: http://[ is no URI"`,
  );
});

test('path items in a circle of $refs are told', async () => {
  const text =
    "openapi: 3.1.0\npaths:\n  /a: { $ref: '#/paths/~1b' }\n  /b: { $ref: '#/paths/~1a' }\n";
  expect(await messageOf({ 'a.yaml': text })).toMatchInlineSnapshot(
    `"a.yaml:3:9: $ref leads back to itself"`,
  );
});

test('an operationId that stands twice in one API is told at the second place', async () => {
  expect(
    await messageOf({ 'a.yaml': good, 'b.yaml': good.replace('/thing', '/other') }),
  ).toMatchInlineSnapshot(
    `"b.yaml:6:7: the operationId getThing stands twice in unknown, first at a.yaml:5"`,
  );
});

test('an operation without responses is told', async () => {
  const text = 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      operationId: a\n';
  expect(await messageOf({ 'a.yaml': text })).toMatchInlineSnapshot(
    `"a.yaml:4:5: the operation a has no responses"`,
  );
});

test('a document that is no OpenAPI is told', async () => {
  expect(
    await messageOf({ 'a.yaml': good, 'b.yaml': '# a note\nswagger: "2.0"\n' }),
  ).toMatchInlineSnapshot(
    `"b.yaml:2:1: this is no OpenAPI 3 document: it has no \`openapi: 3.x\`"`,
  );
  expect(await messageOf({ 'a.yaml': '' })).toMatchInlineSnapshot(
    `"a.yaml:1:1: this is no OpenAPI 3 document: it has no \`openapi: 3.x\`"`,
  );
});

test('a folder without documents is told', async () => {
  expect(await messageOf({ 'notes.txt': 'none' })).toMatchInlineSnapshot(
    `"There is no OpenAPI document (*.yaml, *.yml, *.json) in <folder>, nor in folders below api/ there."`,
  );
  expect(await messageOf({}, 'nowhere')).toMatchInlineSnapshot(
    `"There is no nowhere: name a file, a folder, a URL, or a version such as v1.16."`,
  );
});

test('aliases of aliases that expand to billions are told, and not expanded', async () => {
  const bomb = Array.from(
    { length: 12 },
    (_, i) => `x-${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]`,
  );
  expect(
    await messageOf({ 'a.yaml': `${good}x-0: &a0 [lol]\n${bomb.join('\n')}\n` }),
  ).toMatchInlineSnapshot(`"a.yaml:1:1: the aliases of this document expand without bound"`);
});

test('a document that is nested deeper than the stack is told', async () => {
  const deep = `{"openapi":"3.1.0","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(await messageOf({ 'a.json': deep })).toBe(
    'a.json:1:1: this document is nested too deeply',
  );
  expect(await messageOf({ 'a.yaml': deep })).toMatch(/^a\.yaml:\d+:\d+: /);
});

test('a document that is too large is not read', async () => {
  const folder = await folderOf({ 'a.yaml': good });
  await truncate(join(folder, 'a.yaml'), 17 * 1024 * 1024);
  await expect(loadSpecification(folder)).rejects.toThrow(/a\.yaml is larger than 16777216 bytes$/);
});
