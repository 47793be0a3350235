import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installFromNpm, runProgram } from '../program.mjs';
import { isOpenapi, strip } from '../tool.mjs';

const version = '6.16.3';

/** Every rule that can find what the corpus has. */
const ruleset = {
  extends: [['spectral:oas', 'off']],
  rules: {
    'oas3-schema': 'error',
    'oas3-valid-media-example': 'error',
    'oas3-valid-schema-example': 'error',
    'oas3-examples-value-or-externalValue': 'error',
    'typed-enum': 'error',
  },
};

/** @type {import('../tool.mjs').Tool} */
export const spectral = {
  name: `Spectral ${version}`,
  takes: isOpenapi,
  async install(folder) {
    await installFromNpm(folder, `@stoplight/spectral-cli@${version}`);
    writeFileSync(join(folder, 'ruleset.json'), JSON.stringify(ruleset));
  },
  async judge(subjects, folder) {
    const verdicts = new Map(await judgeTogether(subjects, folder));
    const first = verdicts.get(subjects[0]?.id);
    if (verdicts.size > 1 && [...verdicts.values()].every((one) => one.troubles.length > 0)) {
      throw new Error(`could not run: ${first?.troubles[0]}`);
    }
    return verdicts;
  },
};

/**
 * Where one document brings it down it says nothing of the others, nor which one it was: then each
 * half is tried alone.
 *
 * @returns {Promise<[string, import('../tool.mjs').Verdict][]>}
 */
async function judgeTogether(subjects, folder) {
  const program = join(folder, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  const options = ['--ruleset', join(folder, 'ruleset.json'), '--format', 'json'];
  const args = [program, 'lint', ...options, ...subjects.map((subject) => subject.main)];
  const { stdout, stderr } = await runProgram(process.execPath, args, { folder });
  if (stdout.trimStart().startsWith('[')) {
    const results = JSON.parse(stdout.slice(0, stdout.lastIndexOf(']') + 1));
    return subjects.map((subject) => [subject.id, verdictOf(subject, results)]);
  }
  if (subjects.length === 1) {
    const why = strip(stderr.replace('Use --verbose flag to print the error stack.', ''));
    return [[subjects[0].id, { errors: [], troubles: [why] }]];
  }
  const middle = Math.ceil(subjects.length / 2);
  const left = await judgeTogether(subjects.slice(0, middle), folder);
  return [...left, ...(await judgeTogether(subjects.slice(middle), folder))];
}

function verdictOf(subject, results) {
  const errors = results
    .filter(({ source, severity }) => severity === 0 && subject.files.includes(source))
    .map(({ code, path, message }) => strip(`${code} ${path.join('/')} ${message}`));
  return { errors, troubles: [] };
}
