import type { ConcludedTraffic } from '../model/traffic.ts';
import type { ReportFile } from './report-files.ts';

/** What is asked for of traffic, wherever it comes from. */
export interface TrafficSettings {
  readonly files: readonly ReportFile<ConcludedTraffic>[];
  /** The project's own documents, where none are named. */
  readonly spec?: string;
  readonly expectations?: string;
  readonly updateExpectations: boolean;
  readonly strict: boolean;
  readonly showContents: boolean;
}
