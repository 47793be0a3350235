// How long the page of a comparison takes: 10,000 requirements of three homeservers, rendered, and
// narrowed in Chromium. Prints what was measured: npm run build && node bench/pages/comparison.mjs
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareResults } from '../../dist/src/report/compare/compare-results.js';
import { comparisonReports } from '../../dist/src/report/compare/comparison-reports.js';
import { startChromium } from './chromium.mjs';

const verdicts = [
  'pass',
  'pass',
  'pass',
  'pass',
  'pass',
  'pass',
  'pass',
  'fail',
  'advice',
  'unsupported',
];
const counts = {
  fail: 1000,
  error: 0,
  inconclusive: 0,
  advice: 1000,
  unsupported: 1000,
  pass: 7000,
};

function outcome(index, column) {
  const verdict = verdicts[(index + column * (index % 3)) % verdicts.length];
  const reason =
    verdict === 'pass'
      ? ''
      : 'setRoomStateWithKey by mallory had to be refused with 403, and was answered with 200';
  const one = {
    verdict,
    reason,
    durationMs: 1,
    exchanges: [],
    violations: [],
    checks: 3,
    notes: [],
  };
  return {
    ...{ id: `suite-${index % 20}/requirement-${index}`, suite: `suite-${index % 20}` },
    ...{
      level: 'MUST',
      title: `The requirement ${index} holds in rooms of every version`,
      section: 'a/#b',
    },
    ...{ rows: ['A1'], verdict, reason, intermittent: false, tries: [one], durationMs: 1 },
  };
}

const given = ['Synapse 1', 'Dendrite 2', 'Conduit 3'].map((software, column) => ({
  files: [`${column}.json`],
  result: {
    ...{
      checker: { name: 'matrix-conformance', version: '0' },
      startedAt: `2026-01-0${column + 1}`,
    },
    ...{ durationMs: 1, exchanges: 1, rateLimit: { waits: 0, waitedMs: 0 }, problems: [] },
    ...{ interrupted: false, exitCode: 1, counts },
    plan: {
      target: 'http://a.test',
      specification: 's',
      operations: 1,
      strict: false,
      concurrency: 4,
      timeoutSeconds: 30,
    },
    server: {
      software,
      versions: [],
      roomVersions: [],
      defaultRoomVersion: '12',
      accounts: 'open',
      roomVersion: '12',
    },
    outcomes: Array.from({ length: 10_000 }, (_, index) => outcome(index, column)),
  },
}));

const started = performance.now();
const comparison = compareResults(given);
console.log(`compared in ${Math.round(performance.now() - started)} ms`);
for (const [name, { render }] of Object.entries(comparisonReports)) {
  const from = performance.now();
  const { length } = render(comparison);
  console.log(
    `${name}: ${Math.round(performance.now() - from)} ms, ${Math.round(length / 1000)} kB`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'matrix-conformance-bench-'));
const file = join(folder, 'comparison.html');
writeFileSync(file, comparisonReports.html.render(comparison));
const browser = await startChromium();
try {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  // What the first narrowing would otherwise pay for: the page as it opens.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 500)))');
  for (const [id, value] of [
    ['show', 'none'],
    ['show', ''],
    ['show', 'differs'],
    ['suite', 'suite-3'],
    ['text', 'requirement-77'],
    ['text', ''],
  ]) {
    const ms = await page.evaluate(`(async () => {
      const field = document.getElementById(${JSON.stringify(id)});
      field.value = ${JSON.stringify(value)};
      const from = performance.now();
      field.dispatchEvent(new Event('input'));
      const done = performance.now();
      document.body.offsetHeight;
      const laidOut = performance.now();
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      const ms = [done - from, laidOut - from, performance.now() - from];
      await new Promise((settled) => setTimeout(settled, 500));
      return ms.map(Math.round);
    })()`);
    console.log(
      `${id}=${value}: filtered in ${ms[0]} ms, laid out after ${ms[1]}, painted after ${ms[2]}`,
    );
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
