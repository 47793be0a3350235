// What the checker costs beside the least that the same work can cost. Prints ratios that were
// measured in the same run; the times themselves belong to the machine.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSpecification } from '../dist/src/openapi/load-specification.js';
import { suites } from '../dist/suites/suites.js';
import { fromRoot, runNode, startHomeserver } from './child.mjs';
import { compareRuns } from './compare-runs.mjs';
import { folder, officialFiles, parseAlone } from './official-documents.mjs';
import { costOf, interleave } from './rounds.mjs';
import { noise, tellComparisons } from './tell.mjs';

const rounds = Number(process.argv[2] ?? 9);
/** Another homeserver, with open registration and without rate limits, to be measured as well. */
const other = process.argv[3];
const cli = fromRoot('dist/bundle/cli.js');
const temporary = mkdtempSync(join(tmpdir(), 'matrix-conformance-bench-'));
const quiet = noise();
const homeserver = await startHomeserver();
const comparisons = [];
try {
  const specification = await loadSpecification(fromRoot('spec'));
  const plan = {
    target: homeserver.url,
    specification,
    fallback: specification,
    suites,
    accounts: { way: 'auto' },
    strict: false,
    unsafe: false,
    concurrency: 4,
    timeoutMs: 30_000,
    waitMs: 0,
    tries: 1,
    checker: { version: 'bench' },
  };
  comparisons.push(...(await compareRuns('the reference homeserver', plan, rounds, temporary)));
  if (other !== undefined) {
    const elsewhere = { ...plan, target: other };
    comparisons.push(...(await compareRuns(other, elsewhere, rounds, temporary)));
  }
  comparisons.push({
    labels: {
      ours: 'matrix-conformance --help',
      bare: 'node -e 0',
      aim: 1.7,
    },
    costs: await interleave(
      rounds * 2,
      () => runNode([cli, '--help'], { cpu: false }),
      () => runNode(['-e', '0'], { cpu: false }),
    ),
  });
  if (existsSync(folder)) {
    const { documents, files } = officialFiles();
    comparisons.push({
      labels: {
        ours: `loading the ${documents} official documents and the ${files.length - documents} files that they refer to`,
        bare: 'parsing the same files with yaml',
        aim: 1.5,
      },
      costs: await interleave(
        rounds,
        () => costOf(() => loadSpecification(folder)),
        () => costOf(() => parseAlone(files)),
      ),
    });
  } else {
    console.log('The official documents do not lie beside the project: their loading is left out.');
  }
  console.log(tellComparisons(comparisons, rounds));
  console.log(quiet());
} finally {
  homeserver.close();
  rmSync(temporary, { recursive: true, force: true });
}
