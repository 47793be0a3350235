// Which tool finds which of the corpus's defects, and which controls alarm it. Prints Markdown.
//
//   node bench/examples/compare.mjs [CORPUS_FOLDER] [--details]
//
// The other tools are installed into a temporary folder, which is removed at the end. With the
// environment variable MATRIX_SPEC, a checkout of the specification, its own scripts are run too.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fromRoot } from '../child.mjs';
import { readCorpus } from './corpus.mjs';
import { scoreTool } from './score.mjs';
import { tellAlarms, tellCases, tellTools } from './tables.mjs';
import { matrixConformance } from './tools/matrix-conformance.mjs';
import { openapiExamplesValidator } from './tools/openapi-examples-validator.mjs';
import { redocly } from './tools/redocly.mjs';
import { specScripts } from './tools/spec-scripts.mjs';
import { spectral } from './tools/spectral.mjs';

/** @type {readonly import('./tool.mjs').Tool[]} */
const tools = [matrixConformance, redocly, spectral, openapiExamplesValidator, specScripts];

const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const corpus = readCorpus(resolve(given[0] ?? fromRoot('bench/examples/corpus')));
const temporary = mkdtempSync(join(tmpdir(), 'matrix-conformance-examples-'));
setPriority(10); // the tools inherit it
const scores = [];
try {
  for (const tool of tools) {
    const folder = join(temporary, String(scores.length));
    mkdirSync(folder);
    const began = performance.now();
    const score = await scoreTool(tool, corpus, folder);
    scores.push(score);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.error(`${tool.name}: ${score.leftOut ?? 'done'} (${seconds} s)`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
console.log(tellTools(corpus, scores));
if (process.argv.includes('--details')) {
  console.log(tellCases(corpus, scores));
  console.log(tellAlarms(scores));
}
