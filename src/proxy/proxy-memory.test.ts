import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { dialTo, startOrigin } from './wire.fixture.ts';

const built = new URL('../../dist/src/proxy/start-proxy.js', import.meta.url).href;
const megabyte = Buffer.alloc(1024 * 1024, '{"a":1}');

/** A process that does nothing but pass, and says how many bytes it holds when it is asked. */
async function startAlone(target: string) {
  const code = `
    const { startProxy } = await import(${JSON.stringify(built)});
    const proxy = await startProxy({ target: new URL(${JSON.stringify(target)}), host: '127.0.0.1',
      port: 0, largestKept: 100_000, onExchange() {}, onTrouble() {} });
    process.on('message', async () => {
      // What is swept is counted as gone only some time later.
      for (let n = 0; n < 5; n += 1) {
        gc();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const { heapUsed, external } = process.memoryUsage();
      process.send(heapUsed + external);
    });
    process.send(proxy.url);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  onTestFinished(() => {
    child.kill();
  });
  const [url] = await once(child, 'message');
  const held = async () => {
    child.send('how much?');
    const [bytes] = await once(child, 'message');
    return Number(bytes);
  };
  return { url: String(url), held };
}

test('nothing is held of 50 MB that have passed, up or down, with the message still unfinished', async () => {
  const origin = await startOrigin();
  const { url, held } = await startAlone(origin.url);
  const client = dialTo(url);
  const before = await held();
  const head = 'PUT / HTTP/1.1\r\nHost: hs\r\nContent-Type: application/json\r\n';
  await client.say(`${head}Transfer-Encoding: chunked\r\n\r\n3200001\r\n`);
  for (let n = 0; n < 50; n += 1) await client.say(megabyte);
  const server = await origin.next();
  await server.hearBytes(50 * megabyte.length);
  expect((await held()) - before).toBeLessThan(2 * megabyte.length);
  await client.say('x\r\n0\r\n\r\n');
  await server.hear('x\r\n0\r\n\r\n');
  await server.say('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n');
  for (let n = 0; n < 50; n += 1) await server.say(megabyte);
  await client.hearBytes(50 * megabyte.length);
  expect((await held()) - before).toBeLessThan(2 * megabyte.length);
});
