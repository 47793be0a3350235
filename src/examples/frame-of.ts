import type { ExampleFrame } from '../model/example-finding.ts';

const around = 2;
const mostLength = 2000;

/** The line of a text, from 1, and two before and after it. */
export function frameOf(text: string, line: number): ExampleFrame {
  const first = Math.max(1, line - around);
  const lines: string[] = [];
  let start = 0;
  for (let number = 1; number <= line + around; number++) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    if (number >= first)
      lines.push(text.slice(start, Math.min(stop, start + mostLength)).replace(/\r$/, ''));
    if (end < 0) break;
    start = end + 1;
  }
  return { line: first, lines };
}
