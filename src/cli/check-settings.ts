import { trafficReports } from '../report/traffic/traffic-reports.ts';
import { parse } from './parse.ts';
import { readReportFiles } from './report-files.ts';
import type { TrafficSettings } from './traffic-settings.ts';
import { UsageError } from './usage-error.ts';

/** What `check` is to do. */
export interface CheckSettings extends TrafficSettings {
  readonly recordings: readonly string[];
}

/** The options of `check`. @throws UsageError for what cannot be meant. */
export function checkSettings(argv: string[]): CheckSettings {
  const { values, positionals } = parse({
    args: argv,
    allowPositionals: true,
    options: {
      spec: { type: 'string' },
      report: { type: 'string', multiple: true },
      strict: { type: 'boolean' },
      expectations: { type: 'string' },
      'update-expectations': { type: 'boolean' },
      prefix: { type: 'string' },
      'show-contents': { type: 'boolean' },
    },
  });
  if (positionals.length === 0) {
    throw new UsageError(
      'check takes recorded traffic: matrix-conformance check FILE.har, or what run --report ndjson=FILE writes.',
    );
  }
  const { prefix } = values;
  if (prefix !== undefined && !/^\/[^?#]*[^/?#]$/.test(prefix)) {
    throw new UsageError(
      `--prefix is a path such as /hs, without a slash at its end, not ${prefix}.`,
    );
  }
  const { spec, expectations } = values;
  const isUpdated = values['update-expectations'] === true;
  if (isUpdated && expectations === undefined) {
    throw new UsageError('--update-expectations needs --expectations FILE: what it is to write.');
  }
  return {
    recordings: positionals,
    files: readReportFiles(values.report ?? [], trafficReports),
    strict: values.strict === true,
    showContents: values['show-contents'] === true,
    updateExpectations: isUpdated,
    ...(spec === undefined ? {} : { spec }),
    ...(expectations === undefined ? {} : { expectations }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}
