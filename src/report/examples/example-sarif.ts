import type { ExampleFinding, ExamplePlace, ExamplesResult } from '../../model/example-finding.ts';
import { jsonText } from '../json-text.ts';
import { visible } from '../visible.ts';
import { uncheckedSentences } from './example-conclusion.ts';
import { exampleUri } from './example-uri.ts';
import { placeText } from './place-text.ts';

const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * A document's text within a message (SARIF 2.1.0, 3.11.5 and 3.11.6): it holds no link, and
 * nothing that a viewer would replace. Other braces stay single, as viewers show them.
 */
function plain(text: string): string {
  return visible(text, 1000)
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replaceAll('](', '] (');
}

/** The text of a link, in which brackets and backslashes are escaped. */
function link(text: string, id: number): string {
  return `[${text.replace(/[[\]\\]/g, '\\$&')}](${id})`;
}

function location(place: ExamplePlace) {
  const { file, line, column, pointer } = place;
  return {
    physicalLocation: {
      artifactLocation: exampleUri(file),
      region: { startLine: line, startColumn: column },
    },
    // JSON Pointers, as SARIF has them for documents (3.33.5); the whole one has no name.
    ...(pointer === '' ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] }),
  };
}

function toldOf(finding: ExampleFinding, rules: ReadonlyMap<string, number>) {
  const { rule, message, schema: against, fingerprint } = finding;
  // GitHub shows a related location only where the message links to it.
  const see = against === undefined ? '' : ` See ${link(placeText(against), 1)}.`;
  return {
    ruleId: rule,
    // Of a rule that was not looked at there is none.
    ruleIndex: rules.get(rule),
    level: 'error',
    message: { text: `${plain(message)}.${see}` },
    locations: [location(finding)],
    ...(against === undefined ? {} : { relatedLocations: [{ id: 1, ...location(against) }] }),
    // Not GitHub's primaryLocationLineHash: its uploader warns of every one that it did not make.
    partialFingerprints: { 'matrixConformanceFinding/v1': fingerprint },
  };
}

/**
 * What came of checking examples as a SARIF 2.1.0 log. What could not be checked is a notification
 * of level `error`: by SARIF's own words the results cannot be assumed to be complete then.
 */
export function exampleSarif(result: ExamplesResult): string {
  const { checker, findings, rules, unchecked } = result;
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const notes = uncheckedSentences(result).map((text) => ({
    level: 'error',
    message: { text: `${plain(text)}.` },
  }));
  const invocation = {
    // False says that the checker did not work, not that it found something.
    executionSuccessful: notes.length === unchecked.length,
    toolExecutionNotifications: notes,
  };
  const driver = {
    name: 'matrix-conformance',
    version: checker.version,
    rules: rules.map(({ id, finds }) => ({
      id,
      shortDescription: { text: `${plain(finds)}.` },
      defaultConfiguration: { level: 'error' },
    })),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    invocations: [invocation],
    results: findings.map((finding) => toldOf(finding, indices)),
  };
  return jsonText({ $schema: schema, version: '2.1.0', runs: [run] });
}
