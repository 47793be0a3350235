// Sends the requests of a script with undici and reads whole answers: what a run costs at least.
// Alone: node bench/replay.mjs URL SCRIPT.json
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { Agent } from 'undici';
import { written } from './written.mjs';

/**
 * Replays a script: each lane in order, several lanes at once, as a run does.
 *
 * @param {string} url
 * @param {import('./make-script.mjs').Script} script
 * @param {number} concurrency how many lanes at once
 * @returns {Promise<number>} how many requests were sent
 * @throws Error where more than one status in a hundred is another one than in the recording: what
 *   is signed for one user, as an invite by a third party is, nobody can replay for another
 */
export async function replay(url, script, concurrency = 4) {
  const agent = new Agent({ connections: 64 });
  /** @type {PromiseWithResolvers<string>[]} */
  const values = Array.from({ length: script.values }, withResolvers);
  for (const [number, length] of script.fresh) values[number].resolve(freshLocalpart(length));
  let sent = 0;
  const otherwise = [];
  const fill = async (template) => {
    let text = '';
    for (const part of template)
      text += typeof part === 'string' ? part : written[part[1]](await values[part[0]].promise);
    return text;
  };
  const run = async (steps) => {
    for (const step of steps) {
      const path = await fill(step.path);
      const headers = {};
      for (const [name, value] of step.headers) headers[name] = await fill(value);
      const body = step.body && Buffer.from(await fill(step.body), 'latin1');
      const isChunked = headers['transfer-encoding'] === 'chunked';
      delete headers['transfer-encoding'];
      const mayHaveBody = step.method === 'PUT' || step.method === 'POST';
      if (mayHaveBody && body === undefined) headers['content-length'] = '0';
      const answer = await agent.request({
        origin: url,
        path,
        method: step.method,
        headers,
        body: isChunked ? Readable.from([body]) : (body ?? null),
      });
      const bytes = await answer.body.arrayBuffer();
      sent += 1;
      // Whom a limit of the rate meets is another one each time.
      const isLimited = [answer.statusCode, step.status].includes(429);
      if (answer.statusCode !== step.status && !isLimited) {
        otherwise.push(`${step.method} ${path}: ${answer.statusCode} instead of ${step.status}`);
      }
      if (step.takes.length === 0) continue;
      const json = JSON.parse(Buffer.from(bytes).toString());
      for (const [number, member] of step.takes) values[number].resolve(json[member]);
    }
  };
  try {
    await run(script.preflight);
    const queue = [...script.lanes];
    const work = async () => {
      for (let lane = queue.shift(); lane !== undefined; lane = queue.shift()) await run(lane);
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    if (otherwise.length > sent / 100) throw new Error(otherwise.slice(0, 9).join('\n'));
    return sent;
  } finally {
    await agent.destroy();
  }
}

/** A localpart that nobody has: as long as the recorded one, as some aliases are at their limit. */
function freshLocalpart(length) {
  const chance = randomBytes(length);
  return `mxc${[...chance].map((byte) => (byte % 36).toString(36)).join('')}`.slice(0, length);
}

/** Node 20 has no Promise.withResolvers. */
function withResolvers() {
  let resolve = () => {};
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const [, self = '', url = '', file = ''] = process.argv;
if (import.meta.url === pathToFileURL(self).href) {
  await replay(url, JSON.parse(readFileSync(file, 'utf8')));
}
