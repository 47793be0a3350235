import { describe, expect, test } from 'vitest';
import { documentOf, folderOf } from '../openapi/folder.fixture.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { judge, requirements } from './judge.fixture.ts';
import { received, receivedText } from './received-response.fixture.ts';
import { createResponseValidator } from './response-validator.ts';

const standard = { errcode: 'M_FORBIDDEN', error: 'No.' };

describe('a documented 200', () => {
  test.each([
    'application/json',
    'Application/JSON; charset=utf-8',
    'application/json;charset=UTF-8',
  ])('that is as documented has no findings as %s', async (contentType) => {
    expect(await judge(received(200, {}, { headers: { 'content-type': contentType } }))).toEqual(
      [],
    );
  });

  test('that breaks its schema says where, what was expected and what was there', async () => {
    const schema = '{ required: [event_id], properties: { event_id: { type: string } } }';
    expect(await judge(received(200, { event_id: 5 }), schema)).toMatchInlineSnapshot(`
      [
        {
          "actual": "5",
          "expected": "string",
          "kind": "schema",
          "message": "/event_id must be string",
          "place": "/event_id type",
          "requirement": "every-response/body-matches-its-schema",
          "severity": "violation",
          "subject": "the 200 of getThing",
        },
      ]
    `);
    expect(await judge(received(200, {}), schema)).toMatchObject([
      {
        message: "the body must have required property 'event_id'",
        expected: 'a property "event_id"',
        actual: '{}',
      },
    ]);
  });

  test('in HTML is neither called JSON nor is JSON', async () => {
    const html = receivedText(200, '<html>\u001b[31m', 'text/html');
    expect(await requirements(html)).toEqual([
      'violation content-type-is-json',
      'violation body-is-json',
    ]);
  });

  test('without a content type, or empty, or not in UTF-8 is told', async () => {
    expect(await requirements(received(200, {}, { headers: {} }))).toEqual([
      'violation content-type-is-json',
    ]);
    expect(await judge(receivedText(200, '', 'application/json'))).toMatchObject([
      { message: 'the body is empty' },
    ]);
    expect(await requirements(received(200, {}, { isUtf8: false }))).toEqual([
      'violation body-is-json',
    ]);
  });
});

test('a documented 401 that asks for authentication has a body of its own', async () => {
  const more = `        '401':
          description: More.
          content: { application/json: { schema: { required: [session] } } }
`;
  expect(await requirements(received(401, { flows: [], session: 's' }), undefined, more)).toEqual(
    [],
  );
  expect(await requirements(received(401, { flows: [] }), undefined, more)).toEqual([
    'violation body-matches-its-schema',
  ]);
  expect(await requirements(received(401, {}), undefined, more)).toEqual([
    'violation error-is-standard',
  ]);
});

test('documented headers are required where the document says so, and match their schemas', async () => {
  const more = `          headers:
            Location: { required: true, schema: { type: string, format: uri } }
            X-Count: { schema: { type: integer } }
`;
  const json = 'application/json';
  const headers = (over: Record<string, string>) =>
    received(200, {}, { headers: { 'content-type': json, ...over } });
  expect(
    await judge(headers({ location: 'https://x/y', 'x-count': '3' }), undefined, more),
  ).toEqual([]);
  expect(await judge(headers({}), undefined, more)).toMatchObject([
    { kind: 'header', message: 'has no header location' },
  ]);
  expect(
    await judge(headers({ location: 'no uri', 'x-count': 'few' }), undefined, more),
  ).toMatchObject([
    { message: 'the header location must match format "uri"' },
    { message: 'the header x-count must be integer' },
  ]);
});

test('of the branches of a oneOf, the one that came farthest is told', async () => {
  const schema = `{ oneOf: [
    { properties: { type: { const: a }, x: { type: integer } }, required: [type, y] },
    { properties: { type: { const: b }, x: { type: object, properties: { z: { type: string } } } } },
    { type: string } ] }`;
  expect(await judge(received(200, { type: 'b', x: { z: 1 } }), schema)).toMatchObject([
    { message: '/x/z must be string' },
  ]);
  expect(await judge(received(200, { type: 'a' }), schema)).toMatchObject([
    { message: "the body must have required property 'y'" },
  ]);
});

describe('a request without an operation', () => {
  test.each([
    ['a standard error', received(404, standard), []],
    ['another error', received(404, {}), ['error-is-standard']],
    [
      'an error in HTML',
      receivedText(404, '<html>', 'text/html'),
      ['content-type-is-json', 'body-is-json'],
    ],
    ['a breakdown', receivedText(500, 'oops', 'text/plain'), ['no-server-error']],
    ['an empty success', receivedText(204, ''), []],
    ['a success', received(200, {}), []],
    [
      'a success in HTML',
      receivedText(200, '<html>', 'text/html'),
      ['content-type-is-json', 'body-is-json'],
    ],
  ])('is judged by what holds for all: %s', async (_, response, expected) => {
    const validator = createResponseValidator(
      await loadSpecification(await folderOf({ 'a.yaml': documentOf('{}') })),
    );
    const found = validator
      .judge(undefined, response)
      .map(({ requirement }) => requirement.split('/')[1]);
    expect(found).toEqual(expected);
  });
});
