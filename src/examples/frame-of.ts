import type { ExampleFrame } from '../model/example-finding.ts';
import type { LineStarts } from './line-starts.ts';

const around = 2;
const mostLength = 2000;

/** The line of a text, from 1, and two before and after it. */
export function frameOf(text: string, starts: LineStarts, line: number): ExampleFrame {
  const first = Math.max(1, line - around);
  const lines: string[] = [];
  for (let number = first; number <= line + around; number++) {
    const start = starts.startOf(number);
    if (start === undefined) break;
    const next = starts.startOf(number + 1);
    const stop = next === undefined ? text.length : next - 1;
    lines.push(text.slice(start, Math.min(stop, start + mostLength)).replace(/\r$/, ''));
  }
  return { line: first, lines };
}
