import type { ExamplesResult } from '../../model/example-finding.ts';
import { exampleAnnotations } from './example-annotations.ts';
import { exampleJson } from './example-json.ts';
import { exampleJunit } from './example-junit.ts';
import { exampleSarif } from './example-sarif.ts';
import { exampleTerminal } from './example-terminal.ts';

/** A form in which what came of checking examples can be written to a file. */
export interface ExampleReport {
  /** The whole file, as text to be written in UTF-8. */
  readonly render: (result: ExamplesResult) => string;
  /** The file's name where the user gives none: `examples.xml`. */
  readonly fileName: string;
}

/** Every report, by the name that `--report` takes. A new one is one file, and one line here. */
export const exampleReports = {
  json: { render: exampleJson, fileName: 'examples.json' },
  junit: { render: exampleJunit, fileName: 'examples.xml' },
  sarif: { render: exampleSarif, fileName: 'examples.sarif' },
  github: { render: exampleAnnotations, fileName: 'annotations.txt' },
  terminal: {
    render: (result) => exampleTerminal(result, { color: false, width: 100 }),
    fileName: 'examples.txt',
  },
} as const satisfies Readonly<Record<string, ExampleReport>>;
