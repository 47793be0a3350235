import type { ExampleFinding } from '../../model/example-finding.ts';
import type { Paint } from '../paint.ts';
import { visible } from '../visible.ts';
import { indented } from '../wrap.ts';
import { codeFrame } from './code-frame.ts';
import { placeText } from './place-text.ts';

/** One finding in full: its place and its rule, the sentence, the lines around it, the schema. */
export function terminalExample(one: ExampleFinding, paint: Paint, width: number): string {
  const { rule, line, column, message, schema, frame } = one;
  return [
    `${paint('bold', placeText(one))}  ${paint('red', visible(rule, 100))}`,
    indented('  ', visible(message, 1000), width),
    ...(frame === undefined ? [] : [codeFrame(frame, { line, column, paint, width })]),
    ...(schema === undefined ? [] : [`  schema: ${placeText(schema)}`]),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
