import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fromRoot } from '../../child.mjs';
import { nameInManifest } from '../corpus.mjs';
import { runProgram } from '../program.mjs';

const cli = fromRoot('dist/bundle/cli.js');
const lanes = 2;

/** This project's own command. @type {import('../tool.mjs').Tool} */
export const matrixConformance = {
  name: 'matrix-conformance',
  takes: () => true,
  async install() {
    if (!existsSync(cli)) throw new Error('could not run: the project is not built');
  },
  async judge(subjects, folder) {
    const verdicts = new Map();
    const waiting = [...subjects];
    const work = async (report) => {
      for (let subject = waiting.shift(); subject; subject = waiting.shift()) {
        verdicts.set(subject.id, await judgeOne(subject, folder, report));
      }
    };
    const reports = Array.from({ length: lanes }, (_, lane) => join(folder, `report-${lane}.json`));
    await Promise.all(reports.map(work));
    return verdicts;
  },
  /** On the very line, and with the exit code that says so. */
  finds: (wrong, { places = [] }) =>
    [wrong, ...(wrong.also ?? [])].some(({ file, line }) =>
      places.some((place) => place.file === file && line.includes(place.line)),
    ),
};

/** @returns {Promise<import('../tool.mjs').Verdict>} */
async function judgeOne(subject, folder, report) {
  rmSync(report, { force: true });
  const args = [cli, 'examples', subject.path, '--rule', 'all', '--report', `json=${report}`];
  const { code, stderr } = await runProgram(process.execPath, args, { folder });
  const { findings } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  // Without the command the report is one of a run against a homeserver.
  if (findings === undefined && ![0, 1].includes(code) && /no command|Usage/i.test(stderr)) {
    throw new Error(`could not run: ${stderr.split('\n')[0]}`);
  }
  const places = (findings ?? []).map(({ rule, file, line, message }) => ({
    rule,
    file: nameInManifest(resolve(folder, file), subject),
    line,
    message,
  }));
  const errors = places.map(
    ({ rule, file, line, message }) => `${file}:${line} ${rule} ${message}`,
  );
  if (code === (errors.length > 0 ? 1 : 0)) return { errors, troubles: [], places };
  const why = stderr.split('\n')[0];
  return { errors, troubles: [`exit code ${code} and ${errors.length} findings: ${why}`] };
}
