import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Fetch } from './fetch-text.ts';
import { folderOf } from './folder.fixture.ts';
import { loadSpecification } from './load-specification.ts';

// What is published cannot be asked for in a test, so `fetch` alone is stood in for.
const published = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Matrix Client-Server API', version: 'v1.16' },
  servers: [{ url: 'https://matrix.org' }],
  paths: {
    '/_matrix/client/versions': {
      get: { operationId: 'getVersions', responses: { 200: { description: 'x' } } },
    },
  },
});

function fetching(answer: () => Response | Promise<Response>): { fetch: Fetch; urls: string[] } {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    return answer();
  };
  return { urls, fetch };
}

const offline = fetching(() =>
  Promise.reject(new TypeError('fetch failed', { cause: new Error('no network') })),
);

test('a version is fetched from where it is published, once', async () => {
  const cacheFolder = join(await folderOf({}), 'cache');
  const { fetch, urls } = fetching(() => new Response(published));
  const first = await loadSpecification('v1.16', { cacheFolder, fetch });
  expect(first).toMatchObject({ source: 'v1.16', version: 'v1.16', documents: 1 });
  expect(first.operation('getVersions')).toMatchObject({
    api: 'client-server',
    path: '/_matrix/client/versions',
  });
  await loadSpecification('v1.16', { cacheFolder, fetch: offline.fetch });
  expect(urls).toEqual(['https://spec.matrix.org/v1.16/client-server-api/api.json']);
  expect(await readdir(cacheFolder)).toEqual(['client-server-v1.16.json']);
});

test('latest is fetched anew, and taken from the cache offline', async () => {
  const cacheFolder = await folderOf({});
  const { fetch, urls } = fetching(() => new Response(published));
  await loadSpecification('latest', { cacheFolder, fetch });
  await loadSpecification('latest', { cacheFolder, fetch });
  expect(urls).toHaveLength(2);
  await expect(
    loadSpecification('latest', { cacheFolder, fetch: offline.fetch }),
  ).resolves.toBeDefined();
});

test('offline and without a cache, one sentence says what to do', async () => {
  const cacheFolder = await folderOf({});
  await expect(
    loadSpecification('v1.16', { cacheFolder, fetch: offline.fetch }),
  ).rejects.toThrowErrorMatchingInlineSnapshot(
    `[SpecificationError: The specification v1.16 is not in the cache and https://spec.matrix.org/v1.16/client-server-api/api.json cannot be reached: no network; check the connection and the version, or name a folder of OpenAPI documents instead.]`,
  );
});

test('a version that is not published, or something else in its place, is never cached', async () => {
  const cacheFolder = await folderOf({});
  for (const answer of [() => new Response('no', { status: 404 }), () => new Response('<html>')]) {
    const { fetch } = fetching(answer);
    await expect(loadSpecification('v1.99', { cacheFolder, fetch })).rejects.toThrow(/v1\.99/);
  }
  expect(await readdir(cacheFolder)).toEqual([]);
});

test('half a document in the cache is fetched again', async () => {
  const cacheFolder = await folderOf({});
  const file = join(cacheFolder, 'client-server-v1.16.json');
  await writeFile(file, published.slice(0, 50));
  await loadSpecification('v1.16', {
    cacheFolder,
    fetch: fetching(() => new Response(published)).fetch,
  });
  expect(await readFile(file, 'utf8')).toBe(published);
});

test('a cache that cannot be written costs nothing but the cache', async () => {
  const folder = await folderOf({ file: 'not a folder' });
  const { fetch } = fetching(() => new Response(published));
  await expect(
    loadSpecification('v1.16', { cacheFolder: join(folder, 'file'), fetch }),
  ).resolves.toBeDefined();
});

test('a document that never ends is given up', async () => {
  let isCancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
    cancel: () => {
      isCancelled = true;
    },
  });
  const { fetch } = fetching(() => new Response(endless));
  await expect(
    loadSpecification('v1.16', { cacheFolder: await folderOf({}), fetch }),
  ).rejects.toThrow(/larger than/);
  expect(isCancelled).toBe(true);
});

test('an interrupted load ends with the interruption', async () => {
  const signal = AbortSignal.abort(new Error('interrupted'));
  const cacheFolder = await folderOf({});
  await expect(loadSpecification('v1.16', { cacheFolder, signal })).rejects.toThrow('interrupted');
});
