// How long the page of a run of 10,000 scenarios takes to be made, and to be narrowed in Chromium.
//
//   npm run build && node bench/pages/measure-page.mjs RUN.json [SCENARIOS]
//
// RUN.json is a report of any run: its scenarios are repeated. Evidence counts as it is in the run.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { html } from '../../dist/src/report/html/html.js';
import { startChromium } from './chromium.mjs';

const [, , file, total = '10000'] = process.argv;
if (file === undefined) {
  console.error('node bench/pages/measure-page.mjs RUN.json [SCENARIOS]');
  process.exit(2);
}
const run = JSON.parse(readFileSync(file, 'utf8'));
const thin = (outcome) => ({
  ...outcome,
  tries: outcome.tries.map((one) => ({ ...one, exchanges: one.exchanges.slice(0, 1) })),
});
const outcomes = Array.from({ length: Number(total) }, (_, index) => {
  const outcome = run.outcomes[index % run.outcomes.length];
  return { ...thin(outcome), id: `${outcome.id}-${index}` };
});

measure('the run as it is', run);
const page = measure(`${total} scenarios of one exchange each`, { ...run, outcomes });
await narrow(page);

function measure(what, result) {
  html(result);
  const start = performance.now();
  const text = html(result);
  const ms = (performance.now() - start).toFixed(0);
  console.log(`${what}: made in ${ms} ms, ${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`);
  return text;
}

async function narrow(text) {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-conformance-page-'));
  writeFileSync(join(folder, 'page.html'), text);
  const browser = await startChromium();
  try {
    const tab = await browser.newPage();
    const start = performance.now();
    await tab.goto(pathToFileURL(join(folder, 'page.html')).href);
    console.log(`opened in ${(performance.now() - start).toFixed(0)} ms`);
    for (const words of ['alias', 'zzz', 'the', '']) {
      const ms = await tab.evaluate(async (value) => {
        const field = document.querySelector('[name=q]');
        const from = performance.now();
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        document.body.getBoundingClientRect();
        const work = performance.now() - from;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return [work, performance.now() - from];
      }, words);
      const [work, painted] = ms.map((one) => one.toFixed(0));
      console.log(`narrowed to "${words}": ${work} ms with layout, ${painted} ms until painted`);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
