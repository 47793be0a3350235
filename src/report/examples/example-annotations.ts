import type { ExampleFinding, ExamplesResult } from '../../model/example-finding.ts';
import { plural } from '../plural.ts';
import { visible } from '../visible.ts';
import { commandFileName, shownOfAKind, workflowCommand } from '../workflow-command.ts';
import { exampleConclusion, uncheckedSentences } from './example-conclusion.ts';
import { isUrl } from './example-uri.ts';
import { placeText } from './place-text.ts';

function annotation(finding: ExampleFinding): string {
  const { file, line, column, rule, message, schema } = finding;
  const title = visible(rule, 100);
  const text = visible(message, 1000);
  const against = schema === undefined ? [] : [`schema: ${placeText(schema)}`];
  // What is not in the repository can only be named.
  const where = isUrl(file)
    ? {}
    : { file: commandFileName(file), line: String(line), col: String(column) };
  const lines = [isUrl(file) ? `${placeText(finding)}: ${text}` : text, ...against];
  return workflowCommand('error', { ...where, title }, lines.join('\n'));
}

/**
 * What came of checking examples as workflow commands of GitHub Actions: an error a finding, a
 * warning for each thing that could not be checked, and last one notice that says how it is.
 */
export function exampleAnnotations(result: ExamplesResult): string {
  const { findings } = result;
  const conclusion = exampleConclusion(result);
  const more =
    findings.length > shownOfAKind
      ? ` GitHub shows the first ${shownOfAKind}; the log has all ${plural(findings.length, 'finding')}.`
      : '';
  return `${[
    ...findings.map(annotation),
    ...uncheckedSentences(result).map((text) =>
      workflowCommand('warning', { title: 'not checked' }, visible(text, 1000)),
    ),
    workflowCommand('notice', { title: 'matrix-conformance examples' }, conclusion + more),
  ].join('\n')}\n`;
}
