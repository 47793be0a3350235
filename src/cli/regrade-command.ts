import { suites } from '../../suites/suites.ts';
import { regrade } from '../engine/regrade/regrade.ts';
import type { Expectations } from '../model/expectation.ts';
import { ownSpecificationName } from '../model/own-specification-name.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { ownSpecification, packageVersion } from '../package/package-root.ts';
import { readProof } from '../package/proof.ts';
import { reports } from '../report/reports.ts';
import { terminalSummary } from '../report/terminal.ts';
import { codeWithReports } from './code-with-reports.ts';
import { appendJobSummary } from './job-summary.ts';
import { lookOf } from './look.ts';
import { outputBeside } from './output-beside.ts';
import { parse } from './parse.ts';
import { readExpectationsFile } from './read-expectations-file.ts';
import { readResultFile } from './read-result-file.ts';
import { readReportFiles, writeReports } from './report-files.ts';
import { UsageError } from './usage-error.ts';

/** Grades a recorded run again, without a homeserver, and says what changed. @returns the exit code. */
export async function regradeCommand(argv: string[]): Promise<number> {
  const { values, positionals } = parse({
    args: argv,
    allowPositionals: true,
    options: {
      report: { type: 'string', multiple: true },
      spec: { type: 'string' },
      expectations: { type: 'string' },
      strict: { type: 'boolean' },
    },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError(
      'regrade takes one file, which run --report json=PATH has written: matrix-conformance regrade reports/report.json.',
    );
  }
  const files = readReportFiles(values.report ?? [], reports);
  const recorded = await readResultFile(path);
  const expectations = await expectationsOf(values.expectations);
  const version = await packageVersion();
  const proof = await readProof(version, suites);
  const fallback = { ...(await loadSpecification(ownSpecification)), source: ownSpecificationName };
  const result = await regrade(recorded, {
    suites,
    specification: values.spec === undefined ? fallback : await loadSpecification(values.spec),
    fallback,
    strict: values.strict === true,
    checker: { version, ...(proof === undefined ? {} : { proof }) },
    ...(expectations === undefined ? {} : { expectations }),
  });
  const out = outputBeside(files);
  out.write(terminalSummary(result, lookOf(out)));
  const written = await writeReports(files, result);
  await appendJobSummary(files, result, process.env.GITHUB_STEP_SUMMARY);
  if (written.length > 0) out.write(`Written: ${written.join(', ')}\n`);
  return codeWithReports(files, written, result.exitCode);
}

async function expectationsOf(file: string | undefined): Promise<Expectations | undefined> {
  if (file === undefined) return undefined;
  const nothing = { suites: [], report: [], strict: false, unsafe: false };
  return readExpectationsFile({
    ...nothing,
    values: { expectations: file },
    updateExpectations: false,
  });
}
