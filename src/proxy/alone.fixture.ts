import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

const built = new URL('../../dist/src/proxy/', import.meta.url).href;

/** What a process holds: memory and sockets, and how many bytes of what is under way. */
export interface Held {
  readonly bytes: number;
  readonly sockets: number;
  readonly taken: number;
  readonly told: number;
}

/** A process that does nothing but pass, and says what it holds when it is asked. */
export async function startAlone(target: string, largestKept = 100_000) {
  const code = `
    const [{ startProxy }, { KeptBytes }] = await Promise.all(['start-proxy', 'kept-bytes'].map(
      (name) => import(${JSON.stringify(built)} + name + '.js')));
    let told = 0;
    const keptBytes = new KeptBytes(64 * 1024 * 1024);
    const proxy = await startProxy({ target: new URL(${JSON.stringify(target)}), host: '127.0.0.1',
      port: 0, largestKept: ${largestKept}, keptBytes, onTrouble() {},
      onExchange() { told += 1; }, onNotJudged(_, count) { told += count; } });
    process.on('message', async () => {
      // What is swept is counted as gone only some time later.
      for (let n = 0; n < 5; n += 1) {
        gc();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const { heapUsed, external } = process.memoryUsage();
      const sockets = process.getActiveResourcesInfo().filter((one) => one.includes('TCPSocket'));
      const held = { bytes: heapUsed + external, sockets: sockets.length };
      process.send({ ...held, taken: keptBytes.taken, told });
    });
    process.send(proxy.url);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  onTestFinished(() => {
    child.kill();
  });
  const [url] = await once(child, 'message');
  const held = async (): Promise<Held> => {
    child.send('how much?');
    const [answer] = await once(child, 'message');
    return answer as Held;
  };
  return { url: String(url), held };
}
