import type { TrafficResult } from '../model/traffic.ts';
import { trafficTerminal } from '../report/traffic/traffic-terminal.ts';
import { concludeTraffic } from '../traffic/conclude-traffic.ts';
import { codeWithReports } from './code-with-reports.ts';
import { appendJobSummary } from './job-summary.ts';
import { lookOf } from './look.ts';
import { outputBeside } from './output-beside.ts';
import { writeReports } from './report-files.ts';
import { type TrafficGround, trafficReadOptions } from './traffic-ground.ts';
import type { TrafficSettings } from './traffic-settings.ts';
import { updateExpectationsFile } from './update-expectations-file.ts';

/** Tells what traffic came to, and writes what was asked for. @returns the exit code. */
export async function finishTraffic(
  result: TrafficResult,
  { specification, expectations }: TrafficGround,
  settings: TrafficSettings,
): Promise<number> {
  const { files, strict, updateExpectations } = settings;
  const terms = { strict, ...(expectations === undefined ? {} : { expectations }) };
  const concluded = concludeTraffic(result, specification, terms);
  const written = await writeReports(files, concluded);
  await appendJobSummary(files, concluded.run, process.env.GITHUB_STEP_SUMMARY);
  const out = outputBeside(files);
  out.write(trafficTerminal(concluded, lookOf(out)));
  if (written.length > 0) out.write(`Written: ${written.join(', ')}\n`);
  const code = codeWithReports(files, written, concluded.traffic.exitCode);
  if (!updateExpectations || settings.expectations === undefined) return code;
  const { run } = concluded;
  // A client's fault is nothing to be known of the homeserver, where it does not count.
  const outcomes = run.outcomes.filter(({ verdict }) => strict || verdict !== 'advice');
  const options = trafficReadOptions(settings.expectations, specification);
  const end = { ...run, outcomes };
  const isUsable = await updateExpectationsFile(settings.expectations, end, out, options);
  return isUsable ? code : 2;
}
