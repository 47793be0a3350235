import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, folderOf } from './folder.fixture.ts';
import { loadSpecification } from './load-specification.ts';

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
          "schema": "file:///api/client-server/things.yaml#/components/parameters/id/schema",
        },
        {
          "in": "query",
          "name": "dry",
          "required": false,
        },
      ],
      "path": "/_matrix/client/v3/thing/{id}",
      "requestBody": {
        "content": {},
        "required": false,
      },
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
