import type { ExampleFinding, ExamplesResult } from '../../model/example-finding.ts';
import { plural } from '../plural.ts';
import { escapeCharacter, visible } from '../visible.ts';
import { exampleConclusion, uncheckedSentences } from './example-conclusion.ts';
import { isUrl } from './example-uri.ts';
import { placeText } from './place-text.ts';

/** How many annotations of a kind GitHub shows of one step. */
const shown = 10;

/** GitHub's escapes in what follows the second `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** GitHub's escapes in a property: also of what ends it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function command(kind: string, properties: Readonly<Record<string, string>>, text: string) {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${kind} ${written.join(',')}::${data(text)}`;
}

/** A file's name as it is, for GitHub looks it up, but without what would steer a terminal. */
function fileName(file: string): string {
  return file.replace(/(?![\r\n])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}

function annotation(finding: ExampleFinding): string {
  const { file, line, column, rule, message, schema } = finding;
  const title = visible(rule, 100);
  const text = visible(message, 1000);
  const against = schema === undefined ? [] : [`schema: ${placeText(schema)}`];
  // What is not in the repository can only be named.
  const where = isUrl(file)
    ? {}
    : { file: fileName(file), line: String(line), col: String(column) };
  const lines = [isUrl(file) ? `${placeText(finding)}: ${text}` : text, ...against];
  return command('error', { ...where, title }, lines.join('\n'));
}

/**
 * What came of checking examples as workflow commands of GitHub Actions: an error a finding, a
 * warning for each thing that could not be checked, and last one notice that says how it is.
 */
export function exampleAnnotations(result: ExamplesResult): string {
  const { findings } = result;
  const conclusion = exampleConclusion(result);
  const more =
    findings.length > shown
      ? ` GitHub shows the first ${shown}; the log has all ${plural(findings.length, 'finding')}.`
      : '';
  return `${[
    ...findings.map(annotation),
    ...uncheckedSentences(result).map((text) =>
      command('warning', { title: 'not checked' }, visible(text, 1000)),
    ),
    command('notice', { title: 'matrix-conformance examples' }, conclusion + more),
  ].join('\n')}\n`;
}
