import type { Outcome } from '../model/outcome.ts';
import { type Detail, details } from './details.ts';
import { sectionUrl } from './section-url.ts';
import { visible } from './visible.ts';
import { xmlText } from './xml.ts';

/** Bytes of XML: readers cut what is longer, or refuse it. */
const longestBody = 4096;

function written(list: readonly Detail[], limit: number): string {
  const lines = list.map(({ label, text }) => {
    const shown = visible(text, label === 'curl' ? limit * 3 : limit);
    return `${`${label}:`.padEnd(13)}${shown}`;
  });
  return xmlText(lines.join('\n'));
}

/** Labelled lines as XML text, the longest values cut as far as needed so that each line stays. */
export function fitted(list: readonly Detail[]): string {
  for (const limit of [1200, 600, 300, 150, 75]) {
    const text = written(list, limit);
    if (Buffer.byteLength(text) <= longestBody) return text;
  }
  return written(list, 40);
}

/** The body of a testcase: the requirement, its section, expected and actual, exchange, curl. */
export function testcaseBody(outcome: Outcome): string {
  const { id, level, title, since, rows } = outcome;
  const marks = [level, ...(since === undefined ? [] : [`since ${since}`]), ...rows].join(', ');
  return fitted([
    { label: 'requirement', text: title },
    { label: 'id', text: `${id} (${marks})` },
    { label: 'section', text: sectionUrl(outcome.section) },
    ...details(outcome),
  ]);
}
