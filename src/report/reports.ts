import type { RunEvent } from '../model/run-event.ts';
import type { RunResult } from '../model/run-result.ts';
import { badge } from './badge.ts';
import { ctrf } from './ctrf.ts';
import { eventLine } from './event-line.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html/html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown/markdown.ts';
import { ndjson } from './ndjson.ts';
import { tap } from './tap.ts';
import { terminalSummary } from './terminal.ts';

/** A form in which a run can be written to a file. */
export interface Report {
  /** The whole file, as text to be written in UTF-8. */
  readonly render: (result: RunResult) => string;
  /** The file's name where the user gives none: `junit.xml`; `-` is standard output. */
  readonly fileName: string;
  /** For a report that is written while the run goes on: what an event of that time adds to it. */
  readonly stream?: (event: RunEvent, time: string) => string;
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
  ndjson: { render: ndjson, fileName: 'run.ndjson', stream: eventLine },
  tap: { render: tap, fileName: 'report.tap' },
  ctrf: { render: ctrf, fileName: 'ctrf-report.json' },
  markdown: { render: markdown, fileName: 'summary.md' },
  github: { render: github, fileName: '-' },
  gitlab: { render: gitlab, fileName: 'gl-code-quality-report.json' },
  badge: { render: badge, fileName: 'badge.json' },
} as const satisfies Readonly<Record<string, Report>>;

/** The name of a report: `junit`. */
export type ReportFormat = keyof typeof reports;
