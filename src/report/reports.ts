import type { RunResult } from '../model/run-result.ts';
import { html } from './html/html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { terminalSummary } from './terminal.ts';

/** A form in which a run can be written to a file. */
export interface Report {
  /** The whole file, as text to be written in UTF-8. */
  readonly render: (result: RunResult) => string;
  /** The file's name where the user gives none: `junit.xml`. */
  readonly fileName: string;
}

/** Every report, by the name that `--report` takes. A new one is one file, and one line here. */
export const reports = {
  junit: { render: junit, fileName: 'junit.xml' },
  json: { render: json, fileName: 'report.json' },
  html: { render: html, fileName: 'report.html' },
  terminal: {
    render: (result) => terminalSummary(result, { color: false, width: 100 }),
    fileName: 'summary.txt',
  },
} as const satisfies Readonly<Record<string, Report>>;

/** The name of a report: `junit`. */
export type ReportFormat = keyof typeof reports;

/** Whether a word is the name of a report. */
export function isReportFormat(word: string): word is ReportFormat {
  return Object.hasOwn(reports, word);
}
