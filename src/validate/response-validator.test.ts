import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, folderOf } from '../openapi/folder.fixture.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { received, receivedText } from './received-response.fixture.ts';
import type { ReceivedResponse } from './received-response.ts';
import { createResponseValidator } from './response-validator.ts';

/** Judges by one operation, below `/_matrix/`, whose 200 has this schema. */
async function judge(response: ReceivedResponse, schema = '{ type: object }', more = '') {
  const text = documentOf(schema, more).replace('/thing', '/_matrix/thing');
  const specification = await loadSpecification(await folderOf({ 'a.yaml': text }));
  const validator = createResponseValidator(specification);
  return validator.judge(specification.operation('getThing'), response);
}

const requirements = async (...args: Parameters<typeof judge>) =>
  (await judge(...args)).map(
    ({ requirement, severity }) => `${severity} ${requirement.split('/')[1]}`,
  );

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

describe('a status that is not documented', () => {
  test('is a violation as success, as a redirect and as a failure of the homeserver', async () => {
    expect(await requirements(received(201, {}))).toEqual(['violation status-is-documented']);
    expect(await requirements(received(302, {}))).toEqual(['violation status-is-documented']);
    expect(await requirements(received(500, standard))).toEqual(['violation no-server-error']);
  });

  test.each([400, 401, 403, 404, 405, 413, 429])(
    'is a note as a standard error %i',
    async (status) => {
      expect(await requirements(received(status, standard))).toEqual(['note status-is-documented']);
    },
  );

  test.each([
    ['an errcode alone', { errcode: 'M_FORBIDDEN' }],
    ['an error alone', { error: 'No.' }],
    ['an errcode in small letters', { errcode: 'forbidden', error: 'No.' }],
    ['a list', [standard]],
    ['null', null],
    ['flows that the document does not know', { flows: [] }],
  ])('is a violation as an error with %s', async (_, body) => {
    expect(await requirements(received(401, body))).toEqual(['violation error-is-standard']);
  });

  test('is a violation as an error in HTML', async () => {
    const html = receivedText(404, '<html>', 'text/html');
    expect(await requirements(html)).toEqual([
      'violation content-type-is-json',
      'violation body-is-json',
    ]);
  });
});

describe('statuses by range', () => {
  const more = `        4XX: { description: Wrong. }
        default: { description: Else. }
`;
  test('4XX and default are documented, and default does not allow a failure', async () => {
    expect(await requirements(received(404, standard), undefined, more)).toEqual([]);
    expect(await requirements(received(404, {}), undefined, more)).toEqual([
      'violation error-is-standard',
    ]);
    expect(await requirements(received(302, {}), undefined, more)).toEqual([]);
    expect(await requirements(received(502, standard), undefined, more)).toEqual([
      'violation no-server-error',
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

describe('a hostile body', () => {
  const schema =
    '{ properties: { id: { type: string, format: mx-event-id } }, additionalProperties: { type: integer } }';

  test('with an id of 10 MB is told in a few words', async () => {
    const [finding] = await judge(received(200, { id: `$${'a'.repeat(10_000_000)}` }), schema);
    expect(finding?.message).toBe('/id must match format "mx-event-id"');
    expect(finding?.actual).toMatch(/… \(10000001 characters\)$/);
    expect(finding?.actual.length).toBeLessThan(250);
  });

  test('with a property name of 10 MB is told in a few words', async () => {
    const [finding] = await judge(received(200, { ['k'.repeat(10_000_000)]: 'x' }), schema);
    expect(JSON.stringify(finding).length).toBeLessThan(1000);
  });

  test('with a million wrong items is one finding', async () => {
    const findings = await judge(
      received(200, Array(1_000_000).fill('x')),
      '{ items: { type: integer } }',
    );
    expect(findings).toMatchObject([{ message: '/0 must be integer', actual: '"x"' }]);
  });

  test('that is nested deeper than the stack is an error with a sentence', async () => {
    const deep: unknown = JSON.parse(`${'{"x":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    const text = documentOf('{ $ref: tree.yaml }');
    const folder = await folderOf({
      'a.yaml': text,
      'tree.yaml': 'properties: { x: { $ref: tree.yaml } }\n',
    });
    const specification = await loadSpecification(join(folder, 'a.yaml'));
    const validator = createResponseValidator(specification);
    const response = received(200, {}, { json: { ok: true, value: deep } });
    expect(() => validator.judge(specification.operation('getThing'), response)).toThrow(
      'the body is nested too deeply to be held against its schema',
    );
  });

  test('that is nested deeply and of a wrong sort is told in a few words', async () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const [finding] = await judge(received(200, {}, { json: { ok: true, value: deep } }));
    expect(finding?.message).toBe('the body must be object');
    expect(finding?.actual.length).toBeLessThan(250);
  });
});
