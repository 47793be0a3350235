// What this project, Prism, wiretap and Redocly's drift find in the same traffic, as a table:
//
//   npm run build && node bench/proxy/beside-others.mjs
//
// Each exchange is shown alone. "told" is any word that something is not as documented, or, of nothing
// at all, that nothing was checked. The others are installed into a temporary folder; where one cannot
// be, its column says so. wiretap's package downloads its program from elsewhere: where that is not to
// be had, WIRETAP names one that was built from its source (`go build`).
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { api as base, cases, document } from './beside-cases.mjs';
import { harOf } from './beside-har.mjs';

const cli = fileURLToPath(new URL('../../dist/bundle/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'beside-'));
const api = join(folder, 'openapi.json');
const har = join(folder, 'traffic.har');
const result = join(folder, 'result.json');
const prismPort = '4911';
const packages = {
  prism: '@stoplight/prism-cli@5',
  drift: '@redocly/cli@2',
  wiretap: '@pb33f/wiretap',
};
const ends = [];
let current = cases[0];

writeFileSync(api, JSON.stringify(document));
const homeserver = createServer((_, response) => {
  const { status, headers, body } = current;
  response.writeHead(status, headers);
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}).listen(0, '127.0.0.1');
await new Promise((done) => homeserver.once('listening', done));
const target = `http://127.0.0.1:${homeserver.address().port}`;

try {
  const tools = {
    'our proxy': ourProxy,
    'our check': ourCheck,
    'Prism (proxy)': await installed('prism', startPrism),
    'drift (HAR)': await installed('drift', () => drift),
    'wiretap (HAR)': await wiretapHere(),
  };
  const names = Object.keys(tools);
  console.log(`| shown | ${names.join(' | ')} |\n|---|${':---:|'.repeat(names.length)}`);
  for (const one of cases) {
    current = one;
    writeFileSync(har, harOf(one));
    const cells = [];
    for (const tool of Object.values(tools))
      cells.push(typeof tool === 'string' ? '–' : mark(one, await tool(one)));
    console.log(`| ${[one.name, ...cells].join(' | ')} |`);
  }
  for (const [name, tool] of Object.entries(tools))
    if (typeof tool === 'string') console.log(`\n${name} could not be installed: ${tool}`);
} finally {
  homeserver.close();
  for (const end of ends) end();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

function mark({ isSound }, isTold) {
  if (isSound) return isTold ? '**false alarm**' : 'silent';
  return isTold ? 'told' : '**missed**';
}

async function installed(name, make) {
  const words = [
    'install',
    '--prefix',
    join(folder, name),
    '--no-audit',
    '--no-fund',
    packages[name],
  ];
  try {
    execFileSync('npm', words, { stdio: 'pipe', timeout: 300_000 });
    return await make();
  } catch (error) {
    const said = String(error.stderr ?? error.message);
    return /\b(E[A-Z]{4,})\b/.exec(said)?.[1] ?? 'it does not start';
  }
}

/** Sends the exchange's request to a proxy. @returns the headers of the answer. */
async function send(url, { method, sent }) {
  const headers = { 'content-type': 'application/json' };
  const body = sent === undefined ? {} : { headers, body: JSON.stringify(sent) };
  const answer = await request(url, { method, ...body });
  await answer.body.dump();
  return answer.headers;
}

async function ourProxy(one) {
  const limit = one.isNothing ? ['--max-time', '1'] : ['--max-requests', '1'];
  const listen = ['--target', target, '--listen', '127.0.0.1:0', '--spec', api];
  const args = [cli, 'proxy', ...listen, '--report', `json=${result}`, ...limit];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = String(await new Promise((done) => child.stdout.once('data', done))).split('\n');
  const ended = new Promise((done) => child.once('exit', done));
  if (!one.isNothing) await send(line + one.path, one);
  return isTold(await ended);
}

async function ourCheck() {
  const args = [cli, 'check', har, '--spec', api, '--report', `json=${result}`];
  return isTold((await run(process.execPath, args)).code);
}

/** By the exit code, or by what is told apart: information, the client's faults, unknown operations. */
function isTold(code) {
  const { findings, information, unknown } = JSON.parse(readFileSync(result, 'utf8'));
  return code !== 0 || [findings, information, unknown].some((one) => one.length > 0);
}

async function startPrism() {
  const bin = join(folder, 'prism/node_modules/.bin/prism');
  const args = ['proxy', api, target, '--port', prismPort, '--errors=false'];
  const child = spawn(bin, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  ends.push(() => child.kill());
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (said) => {
      log += said;
    });
  for (let tries = 0; !/listening/i.test(log) && tries < 100; tries += 1) await wait(200);
  if (!/listening/i.test(log)) throw new Error(log.slice(-300));
  return async (one) => {
    // It ends without a word of what it did.
    if (one.isNothing) return false;
    log = '';
    // It serves the paths as the document has them, without that of `servers`.
    const headers = await send(`http://127.0.0.1:${prismPort}${one.path.slice(base.length)}`, one);
    await wait(200);
    return headers['sl-violations'] !== undefined || /violation|error|✖/i.test(log);
  };
}

async function drift() {
  const bin = join(folder, 'drift/node_modules/.bin/redocly');
  const out = join(folder, 'drift.json');
  const how = ['--format', 'json', '--match-mode', 'basepath', '--output', out];
  rmSync(out, { force: true });
  const { code } = await run(bin, ['drift', har, '--api', api, ...how]);
  try {
    const told = JSON.parse(readFileSync(out, 'utf8'));
    return code !== 0 || (told.findings ?? []).length > 0;
  } catch {
    return code !== 0;
  }
}

async function wiretapHere() {
  const { WIRETAP } = process.env;
  if (WIRETAP !== undefined) return () => wiretap(WIRETAP);
  const bin = join(folder, 'wiretap/node_modules/.bin/wiretap');
  return await installed('wiretap', () => () => wiretap(bin));
}

/** It looks at no path but those that it is told to, and takes what is told off them. */
async function wiretap(bin) {
  const how = ['--har-validate', '--har-allow', base];
  const { code, said } = await run(bin, ['--har', har, '--spec', api, ...how]);
  return code !== 0 || /violation|invalid/i.test(said);
}

function run(program, args) {
  const env = { ...process.env, CI: 'true', REDOCLY_TELEMETRY: 'off' };
  return new Promise((done) => {
    execFile(program, args, { env, cwd: folder }, (error, out, err) =>
      done({ code: error === null ? 0 : (error.code ?? 1), said: out + err }),
    );
  });
}
