import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tellCpu = new URL('tell-cpu.mjs', import.meta.url).href;

/** @param {string} path from the root of the project */
export function fromRoot(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/**
 * Runs Node to its end. The wall clock counts from before its start to its exit.
 *
 * @param {readonly string[]} args
 * @param {{ readonly cpu?: boolean, readonly codes?: readonly number[] }} options `cpu`: have the
 * process say how much CPU it used; that costs some ms more, too many where a process does next to
 * nothing. `codes`: the exit codes that are no trouble, 0 alone where they are left out
 * @returns {Promise<import('./rounds.mjs').Cost>}
 * @throws Error where it exits with another code
 */
export async function runNode(args, { cpu = true, codes = [0] } = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, cpu ? ['--import', tellCpu, ...args] : args, {
    stdio: ['ignore', 'ignore', 'pipe', ...(cpu ? ['ipc'] : [])],
  });
  let cpuMs = 0;
  let errors = '';
  child.on('message', (message) => {
    cpuMs = Number(message);
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await exited;
  const wallMs = performance.now() - start;
  await closed;
  if (!codes.includes(code))
    throw new Error(`node ${args.join(' ')} exited with ${code}:\n${errors}`);
  return { wallMs, cpuMs };
}

/**
 * The reference homeserver in a process of its own, which ends with this one.
 *
 * @returns {Promise<{ readonly url: string, close(): void }>}
 */
export async function startHomeserver() {
  const child = spawn(process.execPath, [fromRoot('bench/homeserver.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`the homeserver ended with ${code}`)));
  });
  return { url, close: () => child.disconnect() };
}
