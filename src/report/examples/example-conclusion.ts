import type { ExamplesResult } from '../../model/example-finding.ts';
import { plural } from '../plural.ts';
import { seconds } from '../seconds.ts';

/** Whether there was nothing to hold against anything. */
function isNothing({ examples, schemas, operations }: ExamplesResult['checked']): boolean {
  return examples + schemas + operations === 0;
}

/**
 * What could not be checked, each in one sentence without its full stop. Where nothing at all was
 * checked, that is one of them: it must not look like a pass.
 */
export function uncheckedSentences(result: ExamplesResult): readonly string[] {
  const { checked, findings, unchecked } = result;
  if (!isNothing(checked) || findings.length > 0) return unchecked;
  const files = checked.files === 0 ? 'no document was read' : plural(checked.files, 'file');
  const why = checked.files === 0 ? files : `there is no example, schema or operation in ${files}`;
  return [...unchecked, `Nothing was checked: ${why}`];
}

/** One or two sentences: what was found, in how much, and in what time. */
export function exampleConclusion(result: ExamplesResult): string {
  const { checked, findings, known, milliseconds } = result;
  const unchecked = uncheckedSentences(result);
  if (findings.length === 0 && isNothing(checked)) return `${unchecked.at(-1)}.`;
  const examples = plural(checked.examples, 'example');
  const schemas = plural(checked.schemas, 'schema');
  const operations = plural(checked.operations, 'operation');
  const what = `${examples}, ${schemas} and ${operations} in ${plural(checked.files, 'file')}`;
  const all = `${what} were checked in ${seconds(milliseconds)}.`;
  const things = plural(unchecked.length, 'thing');
  const but = unchecked.length === 0 ? '' : ` ${things} could not be checked.`;
  const isNew = known > 0 ? 'new ' : '';
  if (findings.length > 0) {
    const files = new Set(findings.map(({ file }) => file)).size;
    return `${plural(findings.length, `${isNew}finding`)} in ${plural(files, 'file')}. ${all}${but}`;
  }
  return `Nothing ${isNew}is wrong${but === '' ? '' : ' with what was checked'}: ${all}${but}`;
}
