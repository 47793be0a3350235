import { describe, expect, test } from 'vitest';
import { startWatched } from './proxy.fixture.ts';
import { dialTo, startOrigin } from './wire.fixture.ts';

const end = '\r\n\r\n';
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: hs${end}`;
const ok = `HTTP/1.1 200 OK\r\nContent-Length: 2${end}{}`;
const lost = 'its connection could not be followed';

async function stand() {
  const origin = await startOrigin();
  const proxy = await startWatched(origin.url);
  const client = dialTo(proxy.url);
  return { origin, proxy, client };
}

describe('what passes and cannot be judged is counted', () => {
  test('a request that cannot be read, those that wait for their answers, and none twice', async () => {
    const { origin, proxy, client } = await stand();
    await client.say(get('/1'));
    const server = await origin.next();
    await server.hear(end);
    await server.say(ok);
    await client.hear('{}');
    await client.say(`${get('/2')}${get('/3')}GET  /4 HTTP/1.1${end}${get('/5')}`);
    await server.hear('/5');
    expect(proxy.exchanges.map(({ url }) => url)).toEqual(['/1']);
    expect(proxy.notJudged).toEqual({ [lost]: 3 });
    client.end();
    server.end();
    await client.hearEnd();
    expect(proxy.notJudged).toEqual({ [lost]: 3 });
  });

  test('a request that breaks off in its framing is one, not two', async () => {
    const { origin, proxy, client } = await stand();
    await client.say(`PUT / HTTP/1.1\r\nHost: hs\r\nTransfer-Encoding: chunked${end}-1\r\n`);
    await (await origin.next()).hear('-1');
    expect(proxy.notJudged).toEqual({ [lost]: 1 });
  });

  test('an answer that cannot be read, and what is asked after it', async () => {
    const { origin, proxy, client } = await stand();
    await client.say(get('/1') + get('/2'));
    const server = await origin.next();
    await server.hear('/2');
    await server.say('garbage\r\n\r\n');
    await client.hear('garbage');
    expect(proxy.notJudged).toEqual({ [lost]: 2 });
    await client.say(get('/3') + get('/4'));
    await server.hear('/4');
    expect(proxy.notJudged).toEqual({ [lost]: 4 });
    expect(proxy.exchanges).toEqual([]);
  });

  test('requests that the proxy answers, as there is no homeserver', async () => {
    const proxy = await startWatched('http://127.0.0.1:1');
    expect((await fetch(proxy.url)).status).toBe(502);
    const client = dialTo(proxy.url);
    await client.say(get('/1') + get('/2'));
    await client.hear('502');
    expect(proxy.notJudged).toEqual({ 'the homeserver could not be reached': 3 });
    expect(proxy.exchanges).toEqual([]);
  });
});

test('what is under way when the proxy is closed is told before it is', async () => {
  const { origin, proxy, client } = await stand();
  await client.say(get('/1') + get('/2'));
  const server = await origin.next();
  await server.hear('/2');
  await server.say('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{');
  await client.hear('{');
  await proxy.close();
  expect(proxy.exchanges).toMatchObject([
    { url: '/1', status: 200, response: { missing: 'was cut off' } },
    { url: '/2', status: 0 },
  ]);
});

describe('requests that wait on one connection', () => {
  const tooMuch = 'too much was asked at once on its connection';

  test('are followed up to a thousand', async () => {
    const { origin, proxy, client } = await stand();
    await client.say(get('/').repeat(1000));
    const server = await origin.next();
    await server.hearBytes(1000 * (get('/').length + `127.0.0.1:${origin.port}`.length - 2));
    await server.say(ok.repeat(1000));
    await client.hearBytes(1000 * ok.length);
    expect(proxy.exchanges).toHaveLength(1000);
    expect(proxy.troubles).toEqual([]);
  });

  test('beyond that pass, are told once, and are counted, each of them', async () => {
    const { origin, proxy, client } = await stand();
    await client.say(get('/').repeat(1500) + get('/last'));
    const server = await origin.next();
    await server.hear('/last');
    expect(proxy.exchanges).toEqual([]);
    expect(proxy.notJudged).toEqual({ [tooMuch]: 1501 });
    expect(proxy.troubles).toEqual([expect.stringContaining('on one connection')]);
    await server.say(ok.repeat(1501));
    await client.hearBytes(1501 * ok.length);
    expect(proxy.troubles).toHaveLength(1);
  });
});
