// Says in the form of GITHUB_OUTPUT what a run came to:  node outputs.mjs FOLDER CODE
// FOLDER holds `result.json`, where the run got as far as that, and `started`, which is older than
// every report. Reports are looked for where the run was started.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [, , folder = '.', code = '2'] = process.argv;
const names = {
  passed: 'pass',
  failed: 'fail',
  advice: 'advice',
  inconclusive: 'inconclusive',
  unsupported: 'unsupported',
  errors: 'error',
};
const verdict = { 0: 'conforms', 1: 'does-not-conform' }[code] ?? 'cannot-say';
const result = join(folder, 'result.json');
const counts = countsIn(result);
const reports = reportsSince(statSync(join(folder, 'started')).mtimeMs);

say('verdict', verdict);
say('exit-code', code === '0' || code === '1' ? code : '2');
for (const [name, key] of Object.entries(names)) say(name, counts === undefined ? '' : counts[key]);
say('result', counts === undefined ? '' : result);
say('reports', reports.join('\n'));
say('artifact', reports.map((path) => resolve(path)).join('\n'));

/** The counts of the result, if there is one. */
function countsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).counts;
  } catch {
    return undefined;
  }
}

/** The files that were written since: in `reports/`, and wherever the user asked for one. */
function reportsSince(started) {
  const asked = (process.env.INPUT_REPORTS ?? '')
    .split(/\s+/)
    .flatMap((word) => /^[^=]+=(.+)$/.exec(word)?.[1] ?? []);
  // What `--only @failed` needs is no report.
  const usual = filesBelow('reports').filter((path) => path !== join('reports', 'last-run.json'));
  return [...new Set([...usual, ...asked])].filter((path) => modified(path) > started);
}

function filesBelow(name) {
  try {
    return readdirSync(name, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Between two marks that nobody can know, so that no value can be taken for another output. */
function say(name, value) {
  const mark = randomUUID();
  process.stdout.write(`${name}<<${mark}\n${value}\n${mark}\n`);
}
