import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installFromNpm, runProgram } from '../program.mjs';
import { isOpenapi, strip } from '../tool.mjs';

const version = '2.77.0';

/** The one that is about neither examples nor schemas; a default response does not do for it. */
const beside = 'operation-4xx-response';

/** Every rule that can find what the corpus has; examples as JSON Schema means them. */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: true },
  'no-invalid-schema-examples': { severity: 'error', allowAdditionalProperties: true },
  'no-invalid-parameter-examples': { severity: 'error', allowAdditionalProperties: true },
  'no-enum-type-mismatch': 'error',
  'no-schema-type-mismatch': 'error',
  'nullable-type-sibling': 'error',
  'spec-example-values': 'error',
  [beside]: 'error',
};

/** @type {import('../tool.mjs').Tool} */
export const redocly = {
  name: `Redocly CLI ${version}`,
  takes: isOpenapi,
  async install(folder) {
    await installFromNpm(folder, `@redocly/cli@${version}`);
    writeFileSync(join(folder, 'redocly.yaml'), JSON.stringify({ extends: [], rules }));
  },
  async judge(subjects, folder) {
    const verdicts = new Map();
    // It stops at a document that it cannot read, and is begun anew behind that.
    for (let waiting = [...subjects]; waiting.length > 0; ) {
      const { reports, stderr } = await lint(waiting, folder);
      for (const [index, { problems }] of reports.entries()) {
        const subject = waiting[index];
        const told = (isRemark) =>
          problems
            .filter(({ ruleId }) => (ruleId === beside) === isRemark)
            .map((problem) => strip(tell(problem)));
        verdicts.set(subject.id, { errors: told(false), troubles: [], remarks: told(true) });
      }
      const stopped = waiting[reports.length];
      if (stopped !== undefined) {
        const why = strip(stderr.slice(stderr.lastIndexOf('validating ')));
        if (verdicts.size === 0 && reports.length === 0 && waiting.length === subjects.length) {
          throw new Error(`could not run: ${why}`);
        }
        verdicts.set(stopped.id, { errors: [], troubles: [why] });
      }
      waiting = waiting.slice(reports.length + 1);
    }
    return verdicts;
  },
};

/** One report a document, in their order. */
async function lint(subjects, folder) {
  const program = join(folder, 'node_modules/@redocly/cli/bin/cli.js');
  const options = ['--config', join(folder, 'redocly.yaml'), '--max-problems', '10000'];
  const { stdout, stderr } = await runProgram(
    process.execPath,
    [program, 'lint', '--format', 'json', ...options, ...subjects.map((subject) => subject.main)],
    { folder, env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  const json = stdout.slice(Math.max(0, stdout.indexOf('{'))).replace(/^\}\{/gm, '},{');
  return { reports: JSON.parse(`[${json}]`), stderr };
}

function tell({ ruleId, message, location }) {
  return `${ruleId} ${location[0]?.pointer ?? ''} ${message}`;
}
