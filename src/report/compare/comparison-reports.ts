import type { Comparison } from './comparison.ts';
import { comparisonHtml } from './comparison-html.ts';
import { comparisonJson } from './comparison-json.ts';
import { comparisonMarkdown } from './comparison-markdown.ts';
import { comparisonTerminal } from './comparison-terminal.ts';

/** A form in which a comparison can be written to a file. */
export interface ComparisonReport {
  readonly render: (comparison: Comparison) => string;
  /** The file's name where the user gives none. */
  readonly fileName: string;
}

/** Every report of a comparison, by the name that `--report` takes. */
export const comparisonReports = {
  html: { render: comparisonHtml, fileName: 'comparison.html' },
  markdown: { render: comparisonMarkdown, fileName: 'comparison.md' },
  json: { render: comparisonJson, fileName: 'comparison.json' },
  terminal: {
    render: (comparison) => comparisonTerminal(comparison, { color: false, width: 100 }),
    fileName: 'comparison.txt',
  },
} as const satisfies Readonly<Record<string, ComparisonReport>>;
