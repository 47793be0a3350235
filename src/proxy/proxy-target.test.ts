import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sendJson, startLocalServer, startSocketServer } from '../client/local-server.fixture.ts';
import { startWatched } from './proxy.fixture.ts';
import { dialTo, startOrigin } from './wire.fixture.ts';

const end = '\r\n\r\n';

describe('the target', () => {
  test('a path of it is put before that of each request, which is told without it', async () => {
    const server = await startLocalServer((response, { path }) => sendJson(response, { path }));
    onTestFinished(() => server.close());
    const proxy = await startWatched(`${server.url}/a/hs/`);
    const client = dialTo(proxy.url);
    await client.say(`GET //x/%2e%2e/?q=%2F HTTP/1.1\r\nHost: proxy${end}`);
    await client.hear('}');
    await client.say(`OPTIONS * HTTP/1.1\r\nHost: proxy\r\nConnection: close${end}`);
    await client.hearEnd();
    expect(server.received.map(({ path }) => path)).toEqual(['/a/hs//x/%2e%2e/?q=%2F', '*']);
    expect(proxy.exchanges.map(({ url }) => url)).toEqual(['//x/%2e%2e/?q=%2F', '*']);
  });

  test('it is told its own name as the host, whatever the client calls the proxy', async () => {
    const origin = await startOrigin();
    const proxy = await startWatched(`http://localhost:${origin.port}`);
    const client = dialTo(proxy.url);
    await client.say(`GET / HTTP/1.1\r\nhOSt:  proxy:1 \r\nX-Host: proxy:1${end}`);
    const server = await origin.next();
    await server.hear(end);
    expect(server.seen.text).toBe(
      `GET / HTTP/1.1\r\nhOSt:  localhost:${origin.port}\r\nX-Host: proxy:1${end}`,
    );
  });

  test('a request without a host is not given one', async () => {
    const origin = await startOrigin();
    const proxy = await startWatched(origin.url);
    await dialTo(proxy.url).say(`GET / HTTP/1.0${end}`);
    const server = await origin.next();
    await server.hear(end);
    expect(server.seen.text).toBe(`GET / HTTP/1.0${end}`);
  });

  test.each(['GET', 'HEAD', 'PUT'])(
    'where there is none, %s is answered by the proxy',
    async (method) => {
      const gone = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => gone.once('listening', resolve));
      const { port } = gone.address() as AddressInfo;
      await new Promise((resolve) => gone.close(resolve));
      const proxy = await startWatched(`http://127.0.0.1:${port}`);
      const body = method === 'PUT' ? { body: 'x'.repeat(500_000) } : {};
      const response = await fetch(`${proxy.url}/_matrix/client/versions?access_token=secret`, {
        method,
        ...body,
      });
      expect(response.status).toBe(502);
      const text = await response.text();
      const sentence = `http://127.0.0.1:${port} cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}`;
      const error = { errcode: 'M_UNKNOWN', error: `matrix-conformance proxy: ${sentence}` };
      expect(method === 'HEAD' ? '' : JSON.parse(text)).toEqual(method === 'HEAD' ? '' : error);
      expect(proxy.exchanges).toEqual([]);
      expect(proxy.troubles).toEqual([sentence]);
    },
  );

  test('a target that comes up later is found by the next request', async () => {
    const origin = await startOrigin();
    const proxy = await startWatched('http://127.0.0.1:1');
    expect((await fetch(proxy.url)).status).toBe(502);
    const other = await startWatched(origin.url);
    await dialTo(other.url).say(`GET / HTTP/1.1${end}`);
    await (await origin.next()).hear(end);
  });
});

describe('a target over TLS', () => {
  test('its certificate has to be trusted; where it is, all passes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'matrix-conformance-tls-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost,IP:127.0.0.1',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    const server = createTlsServer(
      { key: readFileSync(key), cert: readFileSync(cert) },
      (request, response) => sendJson(response, { host: request.headers.host, path: request.url }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const untrusting = await startWatched(`https://localhost:${port}`);
    const refused = await fetch(untrusting.url);
    expect(await refused.json()).toMatchObject({
      error: expect.stringMatching(/self-signed certificate/),
    });
    expect(refused.status).toBe(502);
    // Node reads NODE_EXTRA_CA_CERTS when it starts.
    const script = join(import.meta.dirname, '../../dist/src/proxy/start-proxy.js');
    const code = `
      const { startProxy } = await import(${JSON.stringify(script)});
      const proxy = await startProxy({ target: new URL('https://localhost:${port}/hs'), host: '127.0.0.1',
        port: 0, largestKept: 1000, onExchange: ({ status }) => console.error(status), onNotJudged() {}, onTrouble: console.error });
      for (const path of ['/a', '/b']) console.log(await (await fetch(proxy.url + path, { headers: { connection: 'close' } })).text());
      await proxy.close();`;
    const { execFile } = await import('node:child_process');
    const told = await new Promise((resolve, reject) => {
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: cert };
      execFile(
        process.execPath,
        ['--input-type=module', '-e', code],
        { env, timeout: 20_000 },
        (error, out) => (error === null ? resolve(out) : reject(error)),
      );
    });
    const host = `localhost:${port}`;
    expect(told).toBe(
      ['/hs/a', '/hs/b'].map((path) => `${JSON.stringify({ host, path })}\n`).join(''),
    );
  });
});

describe('a hostile target', () => {
  test.each([
    ['garbage', '\0\xff\x16garbage\r\n\r\n\x7f', 'judged'],
    ['a head of a megabyte', `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(150_000)}\r\n`, 'judged'],
    ['a status of four digits', `HTTP/1.1 2000 OK${end}`, 'judged'],
    [
      'a chunk of a negative size',
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked${end}-1\r\n`,
      'judged',
    ],
    ['two lengths', `HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2${end}{}`, 'judged'],
  ])('%s passes as it came, is told, and hurts no other connection', async (_, evil, told) => {
    let isEvil = true;
    const server = await startSocketServer((socket) => {
      socket.end(
        isEvil ? Buffer.from(evil, 'latin1') : `HTTP/1.1 200 OK\r\nContent-Length: 2${end}{}`,
      );
    });
    onTestFinished(() => server.close());
    const proxy = await startWatched(server.url);
    const client = dialTo(proxy.url);
    await client.say(`GET / HTTP/1.1\r\nHost: hs${end}`);
    await client.hearEnd();
    expect(client.seen.bytes).toBe(evil.length);
    expect(proxy.exchanges).toEqual([]);
    expect(proxy.troubles).toEqual([expect.stringContaining(told)]);
    isEvil = false;
    expect((await fetch(proxy.url)).status).toBe(200);
  });

  test('an answer that never ends is passed on while it comes, and not kept', async () => {
    const server = await startSocketServer((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Type: application/json${end}[`);
      const block = Buffer.alloc(256 * 1024, '1,');
      const go = () => {
        while (!socket.destroyed && socket.write(block));
      };
      socket.on('drain', go);
      go();
    });
    onTestFinished(() => server.close());
    const proxy = await startWatched(server.url);
    const client = dialTo(proxy.url);
    await client.say(`GET / HTTP/1.1\r\nHost: hs${end}`);
    await client.hearBytes(100 * 1024 * 1024);
    client.socket.destroy();
    await expect.poll(() => proxy.exchanges).toHaveLength(1);
    expect(proxy.exchanges[0]?.response).toMatchObject({ missing: 'was cut off' });
  });
});
