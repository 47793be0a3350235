// What `matrix-conformance examples` costs beside other ways over the official documents: whole
// processes, in turn, in one run. MATRIX_SPEC names a checkout of the specification:
// MATRIX_SPEC=… node bench/examples/speed.mjs [ROUNDS]
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from '../child.mjs';
import { median } from '../rounds.mjs';
import { installFromNpm, runProgram } from './program.mjs';
import { specScripts } from './tools/spec-scripts.mjs';

const checkout = process.env.MATRIX_SPEC ?? '';
const redocly = '1.34.5';
const rules = Object.fromEntries(
  ['media-type', 'schema', 'parameter'].map((of) => [`no-invalid-${of}-examples`, 'error']),
);
const rounds = Number(process.argv[2] ?? 5);
const data = join(checkout, 'data');
const folder = mkdtempSync(join(tmpdir(), 'matrix-conformance-speed-'));
const documents = readdirSync(join(data, 'api'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /^[^/]+\/[^/]+\.yaml$/.test(name))
  .map((name) => join(data, 'api', name));

const parseAll = join(folder, 'parse-all.mjs');
writeFileSync(
  parseAll,
  `import { readdirSync, readFileSync } from 'node:fs';
import { parse } from ${JSON.stringify(import.meta.resolve('yaml'))};
for (const name of readdirSync(${JSON.stringify(data)}, { recursive: true }))
  if (/\\.(?:ya?ml|json)$/.test(name)) parse(readFileSync(${JSON.stringify(data)} + '/' + name, 'utf8'));
`,
);
const memory = join(folder, 'memory.mjs');
writeFileSync(
  memory,
  `process.on('exit', () => process.stderr.write('MAXRSS ' + process.resourceUsage().maxRSS + '\\n'));`,
);

/** @returns {Promise<number>} ms */
async function time(command, args, codes = [0, 1], options = {}) {
  const start = performance.now();
  const { code, stderr } = await runProgram(command, args, { folder, ...options });
  if (!codes.includes(code)) throw new Error(`${command} ended with ${code}: ${stderr}`);
  return performance.now() - start;
}

const ours = [fromRoot('dist/bundle/cli.js'), 'examples', data];
const others = [
  {
    name: 'parsing the same files with yaml',
    aim: '1.5 at most',
    run: () => time('node', [parseAll]),
  },
  {
    name: "the specification's own check-openapi-sources.py",
    aim: '0.2 at most',
    install: () => specScripts.install(folder),
    run: () =>
      time('python3', [join(checkout, 'scripts/check-openapi-sources.py')], [0], {
        env: { PYTHONPATH: join(folder, 'packages'), PYTHONDONTWRITEBYTECODE: '1' },
      }),
  },
  {
    // The last major version that reads these documents: later ones refuse their indentation.
    name: `Redocly CLI ${redocly}: lint with its example rules`,
    aim: 'below 1',
    install: async () => {
      await installFromNpm(folder, `@redocly/cli@${redocly}`);
      writeFileSync(join(folder, 'redocly.yaml'), JSON.stringify({ extends: [], rules }));
    },
    run: () =>
      time('node', [
        join(folder, 'node_modules/@redocly/cli/bin/cli.js'),
        ...['lint', '--config', join(folder, 'redocly.yaml'), '--format=json', ...documents],
      ]),
  },
];

try {
  await installFromNpm(folder); // a home for what is installed
  for (const { name, aim, install, run } of others) {
    await install?.();
    const ratios = [];
    const all = { ours: [], other: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const pair = { ours: await time('node', ours), other: await run() };
      if (round === 0) continue; // the first one warms up
      all.ours.push(pair.ours);
      all.other.push(pair.other);
      ratios.push(pair.ours / pair.other);
    }
    const [mine, other] = [all.ours, all.other].map((times) => Math.round(median(times)));
    console.log(`examples : ${name}`);
    console.log(`  ${mine} ms : ${other} ms = ${median(ratios).toFixed(2)}  aim ${aim}`);
  }
  const { stderr } = await runProgram('node', ['--import', memory, ...ours], { folder });
  const [, kilobytes = 0] = /MAXRSS (\d+)/.exec(stderr) ?? [];
  console.log(`memory at most ${Math.round(Number(kilobytes) / 1024)} MB  aim 300 at most`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
