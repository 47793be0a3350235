import { trafficReports } from '../report/traffic/traffic-reports.ts';
import { readReportFiles } from './report-files.ts';
import type { TrafficSettings } from './traffic-settings.ts';
import { UsageError } from './usage-error.ts';

/** The options of whatever judges traffic, as `parse` takes them. */
export const trafficOptions = {
  spec: { type: 'string' },
  report: { type: 'string', multiple: true },
  strict: { type: 'boolean' },
  expectations: { type: 'string' },
  'update-expectations': { type: 'boolean' },
  'show-contents': { type: 'boolean' },
} as const;

/** What was given of them. */
export interface TrafficValues {
  readonly spec?: string | undefined;
  readonly report?: string[] | undefined;
  readonly strict?: boolean | undefined;
  readonly expectations?: string | undefined;
  readonly 'update-expectations'?: boolean | undefined;
  readonly 'show-contents'?: boolean | undefined;
}

/** What they come to. @throws UsageError for what cannot be meant. */
export function readTrafficSettings(values: TrafficValues): TrafficSettings {
  const { spec, expectations } = values;
  const isUpdated = values['update-expectations'] === true;
  if (isUpdated && expectations === undefined) {
    throw new UsageError('--update-expectations needs --expectations FILE: what it is to write.');
  }
  return {
    files: readReportFiles(values.report ?? [], trafficReports),
    strict: values.strict === true,
    showContents: values['show-contents'] === true,
    updateExpectations: isUpdated,
    ...(spec === undefined ? {} : { spec }),
    ...(expectations === undefined ? {} : { expectations }),
  };
}
