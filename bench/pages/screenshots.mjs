// The pictures of README.md, light and dark: npm run build && node bench/pages/screenshots.mjs [FOLDER]
//
// The page of a run, one of its failures, and the terminal show the reference homeserver with a
// deliberate fault; the comparison shows the published results of real homeservers.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startChromium } from './chromium.mjs';
import { terminalPage } from './terminal-page.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = process.argv[2] ?? join(root, 'reports/pictures');
const work = mkdtempSync(join(tmpdir(), 'matrix-conformance-pictures-'));
const failing = 'room_state/who-left-may-not-set-state';
const homeserver = spawn(
  process.execPath,
  ['dist/bundle/cli.js', 'homeserver', '--port', '8008', '--mutant', 'who-left-sets-state'],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  await once(createInterface(homeserver.stdout), 'line');
  await run('--target', 'http://localhost:8008', '--report', `html=${work}/page.html`);
  const some = [
    '--only',
    'room_state/who-',
    '--concurrency',
    '1',
    '--report',
    `junit=${work}/a.xml`,
  ];
  const told = await run('--target', 'http://localhost:8008', ...some);
  writeFileSync(join(work, 'terminal.html'), terminalPage(told.replaceAll(`${work}/a`, 'junit')));
  const published = ['synapse', 'dendrite'].map((name) => `reports/${name}.json`);
  const names = ['--names', 'Synapse,Dendrite', '--report', `html=${work}/comparison.html`];
  await run('compare', ...published, ...names);
  await pictures();
} finally {
  homeserver.kill();
  rmSync(work, { recursive: true });
}

/** @returns what it printed, with its colours; it may well end with 1. */
function run(...args) {
  const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: '110' };
  return new Promise((done) => {
    execFile(process.execPath, ['dist/bundle/cli.js', ...args], { cwd: root, env }, (_, out) =>
      done(out),
    );
  });
}

async function pictures() {
  mkdirSync(folder, { recursive: true });
  const browser = await startChromium();
  const url = (name) => pathToFileURL(join(work, `${name}.html`)).href;
  for (const colorScheme of ['light', 'dark']) {
    const tab = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 800 } });
    const shoot = async (name) => {
      await tab.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    };
    await tab.goto(url('page'));
    await shoot('page');
    await tab.goto(`${url('page')}#${failing}`);
    await tab.locator('.scenario[open] .evidence > *').first().waitFor();
    await shoot('failure');
    await tab.goto(`${url('comparison')}#show=differs`);
    await shoot('comparison');
    await tab.goto(url('terminal'));
    await tab.locator('pre').screenshot({ path: join(folder, `terminal-${colorScheme}.png`) });
  }
  await browser.close();
}
