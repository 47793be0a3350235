import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{
 *   readonly url: string, readonly pid?: number, readonly child: import('node:child_process').ChildProcess,
 *   close(): void,
 * }} Running
 */

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * One of the programs beside this file, which says its URL when it listens.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<Running>}
 */
export async function start(name, ...args) {
  const child = fork(here(name), args);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code}`);
  });
  const [url] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return { url, pid: child.pid, child, close: () => child.connected && child.disconnect() };
}

/**
 * Asks for so long, or so often, over so many connections.
 *
 * @param {{ url: string, connections: number, seconds: number, requests?: number }} what
 * @returns {Promise<{ perSecond: number, megabytes: number, median: number, p99: number, asked: number }>}
 */
export async function load(what) {
  const child = fork(here('load.mjs'), [JSON.stringify(what)]);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the load on ${what.url} ended with ${code}`);
  });
  ended.catch(() => {});
  const [measured] = await Promise.race([once(child, 'message'), ended]);
  await once(child, 'exit');
  return measured;
}

/** How long the main thread of a process has used a processor, in ms. @param {number | undefined} pid */
export function mainThreadMs(pid) {
  const text = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return ticks * 10;
}

/** What a process holds in memory, in MB. @param {number | undefined} pid */
export function residentSet(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}

/**
 * Prism as a proxy for one document, without its errors, installed into a folder that is gone
 * afterwards.
 *
 * @param {string} target
 * @returns {Promise<Running | { readonly why: string }>}
 */
export async function startPrism(target) {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-conformance-prism-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const options = ['--no-audit', '--no-fund', '--silent', '--prefix', folder];
  const npm = spawn('npm', ['install', ...options, '@stoplight/prism-cli'], { stdio: 'ignore' });
  const [code] = await once(npm, 'exit');
  if (code !== 0) {
    remove();
    return { why: `npm could not install @stoplight/prism-cli: it ended with ${code}` };
  }
  const port = await freePort();
  const program = join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const document = here('../../spec/api/client-server/sync.yaml');
  const args = ['proxy', document, `${target}/_matrix/client/v3`, '--port', String(port)];
  const child = spawn(process.execPath, [program, ...args, '--host', '127.0.0.1', '-v', 'silent'], {
    stdio: 'ignore',
  });
  const close = () => {
    child.once('exit', remove);
    child.kill();
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`${url}/sync`, { headers: { authorization: 'Bearer a' } }).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isUp) return { url, pid: child.pid, child, close };
    await delay(200);
  }
  close();
  return { why: 'Prism did not answer within 20 s' };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}
