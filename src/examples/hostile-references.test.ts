import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkExamples } from './check-examples.ts';
import { checked, checkedSchema, folderWith } from './checked.fixture.ts';

test.each([
  '/etc/passwd',
  'file:///etc/passwd',
  'file:///etc/passwd#root',
  '../../../../../../../etc/passwd',
  'file://localhost/etc/passwd',
  'file:///proc/self/environ',
  'file:///dev/zero',
])('the reference %s leads out of the folder, and is not read', async ($ref) => {
  expect(await checkedSchema({ type: 'object', $ref })).toEqual([
    expect.stringMatching(/^reference-resolves .* is outside of .* and is not read$/),
  ]);
});

test.each([
  'file://elsewhere/x#anchor',
  '//elsewhere/x#anchor',
  'file:///a%2Fb',
  'file:///a%00b',
  'data:application/json,{}',
  'urn:x:y#z',
  '#/%zz',
  'ftp://127.0.0.1/x',
  '#/\ud800',
])('the reference %j leads nowhere, and ends nothing but itself', async ($ref) => {
  expect(await checkedSchema({ allOf: [{ $ref }], type: 'string', example: 1 })).toEqual([
    expect.stringMatching(/^reference-resolves 1:19 \$ref leads nowhere: /),
    expect.stringMatching(/^example-matches-schema .* the example is a number/),
  ]);
});

test('a symbolic link leads out of the folder no more than a path does', async () => {
  const folder = folderWith({
    'a.json': '{"type":"object","allOf":[{"$ref":"link.yaml"},{"$ref":"etc/passwd"}]}',
  });
  symlinkSync('/etc/passwd', join(folder, 'link.yaml'));
  symlinkSync('/etc', join(folder, 'etc'));
  const { told, counts } = await checked(folder);
  expect(told).toHaveLength(2);
  expect(told.every((one) => one.endsWith('and is not read'))).toBe(true);
  expect(counts.files).toBe(1);
});

test('a folder and a pipe that are named like documents are waited for by nobody', async () => {
  const folder = folderWith({
    'a.json': '{"type":"object","allOf":[{"$ref":"pipe.yaml"},{"$ref":"x.yaml"}]}',
  });
  mkdirSync(join(folder, 'x.yaml'));
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
  expect((await checked(folder)).told).toEqual([
    expect.stringContaining('pipe.yaml is no file'),
    expect.stringContaining('x.yaml is no file'),
  ]);
});

test('a server that a document refers to hears nothing, without --allow-network', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.end('{"type":"string"}');
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/s.json`;
  const folder = folderWith({
    'a.json': JSON.stringify({ title: 'A', type: 'integer', $ref: url, example: 1 }),
  });
  const { findings, unchecked } = await checkExamples([folder]);
  expect(findings).toEqual([]);
  expect(unchecked).toEqual([expect.stringContaining('is read with --allow-network only')]);
  expect(asked).toEqual([]);
  expect((await checkExamples([folder], { allowNetwork: true })).findings).toHaveLength(1);
  expect(asked).toEqual(['/s.json']);
});

test('references in a circle end, wherever an OpenAPI document may have them', async () => {
  const self = (kind: string) => ({ a: { $ref: `#/components/${kind}/a` } });
  const kinds = ['parameters', 'headers', 'responses', 'requestBodies', 'callbacks', 'pathItems'];
  const components = Object.fromEntries(kinds.map((kind) => [kind, self(kind)]));
  const examples = { a: { $ref: '#/components/examples/a' } };
  const media = { schema: { $ref: '#/components/schemas/a' }, examples };
  const document = {
    openapi: '3.1.0',
    paths: { '/a': { $ref: '#/paths/~1b' }, '/b': { $ref: '#/paths/~1a' } },
    components: {
      ...components,
      examples,
      schemas: { a: { $ref: '#/components/schemas/b' }, b: { $ref: '#/components/schemas/a' } },
      responses: { ...components.responses, b: { content: { 'application/json': media } } },
    },
  };
  const { told } = await checked(folderWith({ 'a.json': JSON.stringify(document) }));
  expect(new Set(told.map((one) => one.split(' ').slice(2).join(' ')))).toEqual(
    new Set(['$ref leads nowhere: it leads back to itself']),
  );
});
