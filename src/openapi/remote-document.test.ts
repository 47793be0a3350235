import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { loadSpecification } from './load-specification.ts';

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
