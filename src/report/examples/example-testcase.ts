import type { ExampleFinding } from '../../model/example-finding.ts';
import { markElement, type Testcase } from '../testcase.ts';
import { fitted } from '../testcase-body.ts';
import type { TestcaseNames } from '../testcase-names.ts';
import { element } from '../xml.ts';
import { lineWindow } from './line-window.ts';
import { placeText } from './place-text.ts';

/** How much of the line at fault is shown; the terminal shows the lines around it, too. */
const longestSource = 160;

function source({ frame, line, column }: ExampleFinding) {
  const text = frame?.lines[line - frame.line];
  if (text === undefined) return [];
  return [{ label: 'source', text: lineWindow(text, column, longestSource).text.trim() }];
}

/** One finding as a `testcase` that failed; `finds` is what its rule finds, in one sentence. */
export function exampleTestcase(
  finding: ExampleFinding,
  names: TestcaseNames,
  finds: string | undefined,
): Testcase {
  const { rule, file, line, pointer, message, schema, fingerprint } = finding;
  const body = fitted([
    { label: 'rule', text: finds === undefined ? rule : `${rule}: ${finds}` },
    { label: 'finding', text: message },
    ...source(finding),
    { label: 'pointer', text: pointer || '(the whole document)' },
    ...(schema === undefined
      ? []
      : [{ label: 'schema', text: `${placeText(schema)} ${schema.pointer}`.trimEnd() }]),
    { label: 'fingerprint', text: fingerprint },
    // Last, and in brackets: dorny/test-reporter annotates from a line that ends so.
    { label: 'at', text: `(${placeText(finding)})` },
  ]);
  const inside = markElement('failure', { message, type: rule, body });
  const attributes = { ...names, file, line, time: '0.000' };
  return { mark: 'failure', durationMs: 0, xml: element('testcase', attributes, inside) };
}
