import { expect, test } from 'vitest';
import { type Held, startAlone } from './alone.fixture.ts';
import { dialTo, startOrigin } from './wire.fixture.ts';

const megabyte = Buffer.alloc(1024 * 1024, '{"a":1}');

const held = async (proxy: { held(): Promise<Held> }) => (await proxy.held()).bytes;

test('nothing is held of 50 MB that have passed, up or down, with the message still unfinished', async () => {
  const origin = await startOrigin();
  const { url, ...proxy } = await startAlone(origin.url);
  const client = dialTo(url);
  const before = await held(proxy);
  const head = 'PUT / HTTP/1.1\r\nHost: hs\r\nContent-Type: application/json\r\n';
  await client.say(`${head}Transfer-Encoding: chunked\r\n\r\n3200001\r\n`);
  for (let n = 0; n < 50; n += 1) await client.say(megabyte);
  const server = await origin.next();
  await server.hearBytes(50 * megabyte.length);
  expect((await held(proxy)) - before).toBeLessThan(2 * megabyte.length);
  await client.say('x\r\n0\r\n\r\n');
  await server.hear('x\r\n0\r\n\r\n');
  await server.say('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n');
  for (let n = 0; n < 50; n += 1) await server.say(megabyte);
  await client.hearBytes(50 * megabyte.length);
  expect((await held(proxy)) - before).toBeLessThan(2 * megabyte.length);
});

test('bodies that are under way at the same time are kept up to a bound that all share', async () => {
  const origin = await startOrigin();
  const { url, ...proxy } = await startAlone(origin.url, 8 * megabyte.length);
  const before = await held(proxy);
  await Promise.all(
    Array.from({ length: 25 }, async () => {
      const client = dialTo(url);
      const head = 'PUT / HTTP/1.1\r\nHost: hs\r\nContent-Type: application/json\r\n';
      await client.say(`${head}Content-Length: ${8 * megabyte.length}\r\n\r\n`);
      for (let n = 0; n < 7; n += 1) await client.say(megabyte);
      const server = await origin.next();
      await server.hearBytes(7 * megabyte.length);
    }),
  );
  expect((await held(proxy)) - before).toBeLessThan(80 * megabyte.length);
});

test('a hundred thousand requests on one connection that nobody answers take little memory', async () => {
  const origin = await startOrigin();
  const { url, ...proxy } = await startAlone(origin.url);
  const before = await held(proxy);
  const client = dialTo(url);
  const request = 'GET /_matrix/client/v3/sync HTTP/1.1\r\nHost: hs\r\n\r\n';
  for (let n = 0; n < 100; n += 1) await client.say(request.repeat(1000));
  await client.say('GET /last HTTP/1.1\r\nHost: hs\r\n\r\n');
  const server = await origin.next();
  await server.hear('GET /last');
  expect((await held(proxy)) - before).toBeLessThan(5 * megabyte.length);
});
