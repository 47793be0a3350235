import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { playTwice, startWatched } from './proxy.fixture.ts';
import { dialTo, startOrigin, type Wire } from './wire.fixture.ts';

const end = '\r\n\r\n';
const put = `PUT /up HTTP/1.1\r\nHost: hs\r\nContent-Length: 5\r\nExpect: 100-continue${end}`;
const ok = `HTTP/1.1 200 OK\r\nContent-Length: 2${end}{}`;
const large = Buffer.alloc(1_000_000, 'x');

/** Connections of both sides, with the proxy between them. */
async function stand() {
  const origin = await startOrigin();
  const proxy = await startWatched(origin.url);
  const client = dialTo(proxy.url);
  const request = async (text: string) => {
    await client.say(text);
    const server = await origin.next();
    await server.hear(end);
    return server;
  };
  return { origin, proxy, client, request };
}

describe('Expect: 100-continue', () => {
  test('the client sends its body when the homeserver says so, not before', async () => {
    const { direct, passed, proxy } = await playTwice({
      async client(wire) {
        await wire.say(put);
        await wire.hear(`100 Continue${end}`);
        await wire.say('hello');
        await wire.hearEnd();
        wire.end();
      },
      async origin(wire) {
        await wire.hear(end);
        await wire.say(`HTTP/1.1 100 Continue${end}`);
        await wire.hear('hello');
        await wire.say(ok);
        wire.end();
        await wire.hearEnd();
      },
    });
    expect(passed).toEqual(direct);
    const [spoken] = proxy.exchanges;
    expect(String(spoken?.request.body)).toBe('hello');
    expect(spoken?.status).toBe(200);
  });

  test('a refusal reaches a client that has sent no body, and no body reaches the homeserver', async () => {
    const { client, request, proxy } = await stand();
    const server = await request(put);
    await server.say(`HTTP/1.1 417 No\r\nContent-Length: 0${end}`);
    await client.hear(`417 No\r\nContent-Length: 0${end}`);
    client.end();
    await server.hearEnd();
    server.end();
    await client.hearEnd();
    expect(server.seen.text.endsWith(`100-continue${end}`)).toBe(true);
    await expect.poll(() => proxy.exchanges).toHaveLength(1);
    expect(proxy.exchanges[0]).toMatchObject({ status: 417, request: { missing: 'was cut off' } });
  });
});

describe('a connection ends as the other does', () => {
  test('a client that hangs up in a long poll is missed by the homeserver', async () => {
    const { client, request, proxy } = await stand();
    const server = await request(`GET /sync?timeout=300000 HTTP/1.1\r\nHost: hs${end}`);
    client.socket.destroy();
    await server.hearEnd();
    server.end();
    await expect.poll(() => proxy.exchanges).toMatchObject([{ status: 0 }]);
  });

  test('a client that resets its connection in the middle of an answer resets the other', async () => {
    const { client, request, proxy } = await stand();
    const server = await request(`GET / HTTP/1.1\r\nHost: hs${end}`);
    await server.say(`HTTP/1.1 200 OK\r\nContent-Length: 9000000${end}`);
    await server.say(large);
    await client.hearBytes(100_000);
    client.socket.resetAndDestroy();
    await server.hearEnd();
    expect(server.seen.ended).toBe('broken');
    await expect.poll(() => proxy.exchanges).toHaveLength(1);
    expect(proxy.exchanges[0]?.response.missing).toBe('was cut off');
  });

  test('a client that gives up in the middle of its body is no whole request to the homeserver', async () => {
    const { client, request } = await stand();
    const server = await request(`PUT / HTTP/1.1\r\nHost: hs\r\nTransfer-Encoding: chunked${end}`);
    await client.say('5\r\nhel');
    await server.hear('hel');
    client.socket.resetAndDestroy();
    await server.hearEnd();
    expect(server.seen.ended).toBe('broken');
    expect(server.seen.text.endsWith('5\r\nhel')).toBe(true);
  });

  test.each(['chunks', 'a length', 'nothing but the end'])(
    'an answer framed by %s that the homeserver breaks off is not ended as if it were whole',
    async (framing) => {
      const { client, request } = await stand();
      const server = await request(`GET / HTTP/1.1\r\nHost: hs${end}`);
      const header = {
        chunks: 'Transfer-Encoding: chunked\r\n',
        'a length': 'Content-Length: 9000000\r\n',
      }[framing];
      await server.say(`HTTP/1.1 200 OK\r\n${header ?? ''}\r\n`);
      if (framing === 'chunks') await server.say('ffffff\r\n');
      await server.say(large);
      await client.hearBytes(large.length);
      server.socket.resetAndDestroy();
      await client.hearEnd();
      expect(client.seen.ended).toBe('broken');
    },
  );

  test('an answer that ends too early, but orderly, ends so', async () => {
    const { client, request, proxy } = await stand();
    const server = await request(`GET / HTTP/1.1\r\nHost: hs${end}`);
    await server.say(`HTTP/1.1 200 OK\r\nContent-Length: 10${end}{`);
    server.end();
    await client.hearEnd();
    expect(client.seen.ended).toBe('orderly');
    expect(client.seen.text.endsWith(`10${end}{`)).toBe(true);
    client.end();
    await expect.poll(() => proxy.exchanges).toHaveLength(1);
    expect(proxy.exchanges[0]?.response.missing).toBe('was cut off');
  });

  test('a homeserver that closes an idle connection closes that of the client', async () => {
    const { client, request } = await stand();
    const server = await request(`GET / HTTP/1.1\r\nHost: hs${end}`);
    await server.say(ok);
    await client.hear('{}');
    server.end();
    await client.hearEnd();
    expect(client.seen.ended).toBe('orderly');
  });
});

describe('a client that goes on after the end', () => {
  test('is cut off, as the homeserver that has closed the connection would do', async () => {
    const { client, request } = await stand();
    const server = await request(`PUT / HTTP/1.1\r\nHost: hs\r\nContent-Length: 900000000${end}`);
    await server.say(`HTTP/1.1 413 Large\r\nContent-Length: 0\r\nConnection: close${end}`);
    server.socket.destroy();
    await client.hear('413');
    await client.say(Buffer.alloc(60_000_000));
    await expect.poll(() => client.socket.destroyed).toBe(true);
  });
});

describe('one connection, many requests', () => {
  test('requests sent at once are answered in their order, each with its own body', async () => {
    const asked = ['GET /0', 'HEAD /1', 'GET /2', 'PUT /3', 'GET /4'];
    const requests = asked.map((one) => `${one} HTTP/1.1\r\nHost: hs\r\nContent-Length: 2${end}{}`);
    const { direct, passed, proxy } = await playTwice({
      async client(wire) {
        await wire.say(requests.join(''));
        await wire.hearEnd();
        wire.end();
      },
      async origin(wire) {
        await wire.hear(`/4 HTTP/1.1\r\nHost: ${'127.0.0.1'}`);
        await wire.say(
          asked
            .map(
              (one) =>
                `HTTP/1.1 200 ${one}\r\nContent-Length: 2${end}${one.startsWith('HEAD') ? '' : one.slice(-2)}`,
            )
            .join(''),
        );
        wire.end();
        await wire.hearEnd();
      },
    });
    expect(passed).toEqual(direct);
    const told = proxy.exchanges.map(({ url, response }) => [url, String(response.body)]);
    expect(told).toEqual(
      ['/0', '/1', '/2', '/3', '/4'].map((url) => [url, url === '/1' ? '' : url]),
    );
    expect(proxy.requests).toBe(5);
  });

  test('an answer that comes before the whole body is told with it', async () => {
    const { client, request, proxy } = await stand();
    const server = await request(`PUT / HTTP/1.1\r\nHost: hs\r\nContent-Length: 4${end}`);
    await server.say(ok);
    await client.hear('{}');
    expect(proxy.exchanges).toHaveLength(0);
    await client.say('{  }');
    await server.hear('{  }');
    await expect.poll(() => proxy.exchanges).toHaveLength(1);
    expect(String(proxy.exchanges[0]?.request.body)).toBe('{  }');
  });

  test('a WebSocket passes both ways after the protocol was changed, and is not looked at', async () => {
    const { client, request, proxy } = await stand();
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket';
    const server = await request(`GET /ws HTTP/1.1\r\nHost: hs\r\n${upgrade}${end}`);
    await server.say(`HTTP/1.1 101 Switching Protocols\r\n${upgrade}${end}\x81\x02hi`);
    await client.hear('\x81\x02hi');
    await client.say('\x82\x04\r\n\r\n');
    await server.hear('\x82\x04\r\n\r\n');
    await server.say('HTTP/1.1');
    await client.hear('hiHTTP/1.1');
    expect(proxy.exchanges).toMatchObject([{ status: 101, url: '/ws' }]);
    expect(proxy.troubles).toEqual([]);
  });

  test('a slow client holds the homeserver back: most of 64 MB is not taken in meanwhile', async () => {
    const { client, request } = await stand();
    const server = await request(`GET / HTTP/1.1\r\nHost: hs${end}`);
    client.socket.pause();
    await server.say(`HTTP/1.1 200 OK\r\nContent-Length: ${64 * large.length}${end}`);
    expect(await taken(server)).toBeLessThan(32);
    client.socket.resume();
    await client.hearBytes(64 * large.length);
  });

  test('a slow homeserver holds the client back: most of 64 MB is not taken in meanwhile', async () => {
    const { client, request } = await stand();
    const length = `Content-Length: ${64 * large.length}`;
    const server = await request(`PUT / HTTP/1.1\r\nHost: hs\r\n${length}${end}`);
    server.socket.pause();
    expect(await taken(client)).toBeLessThan(32);
    server.socket.resume();
    await server.hearBytes(64 * large.length);
  });
});

/** How many of 64 pieces are taken before nothing is for a while. */
async function taken({ socket }: Wire): Promise<number> {
  let count = 0;
  const go = (left: number) => {
    if (left > 0) socket.write(large, () => go(left - 1));
    count = 64 - left;
  };
  go(64);
  let before = -1;
  for (let same = 0; same < 20; same = count === before ? same + 1 : 0) {
    before = count;
    await delay(10);
  }
  return count;
}
