import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { documentOf, folderOf } from './folder.fixture.ts';
import { loadSpecification } from './load-specification.ts';

const official = fileURLToPath(new URL('../../../shared/matrix-spec', import.meta.url));
const isMissing = !existsSync(official);

describe('the official documents (skipped where ../shared/matrix-spec is not there)', () => {
  test.skipIf(isMissing)(
    'a folder without a root document has 72 documents and 166 operations',
    async () => {
      const specification = await loadSpecification(join(official, 'api/client-server'));
      expect(specification.documents).toBe(72);
      expect(specification.operations).toHaveLength(166);
      expect(new Set(specification.operations.map(({ api }) => api))).toEqual(
        new Set(['client-server']),
      );
      expect(specification.operations.filter(({ path }) => path !== path.trim())).toEqual([]);
    },
  );

  test.skipIf(isMissing)(
    'the folder above has all five APIs, and ids that repeat over them',
    async () => {
      const specification = await loadSpecification(official);
      expect(specification.documents).toBe(113);
      expect(specification.operations).toHaveLength(235);
      expect(specification.operation('getVersions', 'identity').path).toBe(
        '/_matrix/identity/versions',
      );
      expect(specification.operation('getVersions').path).toBe('/_matrix/client/versions');
    },
  );

  test.skipIf(isMissing)(
    'an operation has its path, its parameters and the place where it stands',
    async () => {
      const specification = await loadSpecification(join(official, 'api/client-server/rooms.yaml'));
      const { location, responses, ...operation } = specification.operation('getRoomStateWithKey');
      expect(operation).toMatchInlineSnapshot(`
        {
          "api": "client-server",
          "isAuthenticated": true,
          "method": "GET",
          "operationId": "getRoomStateWithKey",
          "parameters": [
            {
              "in": "path",
              "name": "roomId",
              "required": true,
            },
            {
              "in": "path",
              "name": "eventType",
              "required": true,
            },
            {
              "in": "path",
              "name": "stateKey",
              "required": true,
            },
            {
              "in": "query",
              "name": "format",
              "required": false,
            },
          ],
          "path": "/_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}",
          "requestMediaTypes": [],
          "summary": "Get the state identified by the type and key.",
        }
      `);
      expect(Object.keys(responses)).toEqual(['200', '403', '404']);
      expect(location.file).toMatch(/rooms\.yaml$/);
      expect(location.line).toBeGreaterThan(20);
      expect(location.column).toBe(5);
    },
  );
});

test('what stands behind $ref counts as if it stood there', async () => {
  const folder = await folderOf({
    'api/client-server/things.yaml': `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  "/thing/{id} ":
    $ref: parts/paths.yaml#/thing
    parameters:
      - $ref: '#/components/parameters/id'
servers:
  - url: "{protocol}://{hostname}{basePath}"
    variables:
      protocol: { default: https }
      hostname: { default: 'localhost:8008' }
      basePath: { default: /_matrix/client/v3 }
components:
  securitySchemes:
    $ref: parts/security.yaml
  parameters:
    id: { name: id, in: path, required: true, schema: { type: string } }
`,
    'api/client-server/parts/security.yaml': 'accessToken: { type: http, scheme: bearer }\n',
    'api/client-server/parts/paths.yaml': `thing:
  put:
    operationId: putThing
    security: [{ accessToken: [] }]
    parameters: [{ name: dry, in: query }]
    requestBody:
      $ref: '#/body'
    responses:
      default: { $ref: '#/answer' }
      4XX: { description: Wrong. }
body:
  content: { text/plain: {}, application/json: {} }
answer:
  description: A thing.
  headers:
    ETag: { $ref: '#/tag' }
  content: { $ref: '#/json' }
tag: { required: true, schema: { type: string } }
json:
  application/json: { $ref: '#/media' }
media: { schema: { type: object } }
`,
  });
  const { operations } = await loadSpecification(folder);
  const [{ location, ...operation }] = operations as [(typeof operations)[number]];
  expect(JSON.parse(JSON.stringify(operation).replaceAll(folder, ''))).toMatchInlineSnapshot(`
    {
      "api": "client-server",
      "isAuthenticated": true,
      "method": "PUT",
      "operationId": "putThing",
      "parameters": [
        {
          "in": "path",
          "name": "id",
          "required": true,
        },
        {
          "in": "query",
          "name": "dry",
          "required": false,
        },
      ],
      "path": "/_matrix/client/v3/thing/{id}",
      "requestMediaTypes": [
        "application/json",
        "text/plain",
      ],
      "responses": {
        "4XX": {
          "content": {},
          "description": "Wrong.",
          "headers": {},
        },
        "default": {
          "content": {
            "application/json": "file:///api/client-server/parts/paths.yaml#/media/schema",
          },
          "description": "A thing.",
          "headers": {
            "etag": {
              "required": true,
              "schema": "file:///api/client-server/parts/paths.yaml#/tag/schema",
            },
          },
        },
      },
      "summary": "",
    }
  `);
  expect(location).toMatchObject({
    file: join(folder, 'api/client-server/parts/paths.yaml'),
    line: 2,
    column: 3,
  });
});

test.each(['', 'api', 'api/client-server', 'api/client-server/a.yaml'])(
  'the layout of matrix-spec is loaded from %j in it, with the event schemas beside api/',
  async (source) => {
    const folder = await folderOf({
      'api/client-server/a.yaml': documentOf('{ $ref: ../../event-schemas/event.yaml }'),
      'api/client-server/definitions/part.yaml': 'type: object\n',
      'event-schemas/event.yaml': 'type: object\n',
      'string-formats.yaml': 'mx-user-id: {}\n',
    });
    const specification = await loadSpecification(join(folder, source));
    expect(specification.documents).toBe(1);
    expect(specification.operations).toMatchObject([
      { api: 'client-server', operationId: 'getThing' },
    ]);
  },
);

test('an operation that is not there is answered with near misses', async () => {
  const folder = await folderOf({ 'a.yaml': documentOf('{}') });
  const specification = await loadSpecification(folder);
  expect(() => specification.operation('getThin')).toThrow(
    /There is no operation getThin in .*: did you mean getThing\?$/,
  );
  expect(() => specification.operation('getThing', 'identity')).toThrow(/it is in unknown$/);
});

test('a document behind a URL is loaded, and what it refers to on its own origin', async () => {
  const texts: Record<string, string> = {
    '/api.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Matrix Client-Server API', version: 'v1.99' },
      paths: {
        '/_matrix/client/v3/x': {
          get: { operationId: 'x', responses: { 200: { $ref: 'parts/r.json' } } },
        },
      },
      servers: [{ url: 'https://matrix.org' }],
    }),
    '/parts/r.json': '{"description":"from afar"}',
  };
  const server = createServer((request, response) => response.end(texts[request.url ?? '']));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { operations } = await loadSpecification(`http://127.0.0.1:${port}/api.json`);
  expect(operations[0]).toMatchObject({
    api: 'client-server',
    path: '/_matrix/client/v3/x',
    responses: { 200: { description: 'from afar' } },
  });
});
