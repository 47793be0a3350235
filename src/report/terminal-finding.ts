import type { Outcome } from '../model/outcome.ts';
import { details } from './details.ts';
import type { Paint } from './paint.ts';
import { sectionUrl } from './section-url.ts';
import { verdictSigns } from './verdict-sign.ts';
import { visible } from './visible.ts';
import { indented } from './wrap.ts';

/** A command that is cut cannot be run: it is let be as long as a terminal can bear. */
const longestCommand = 8000;

/**
 * One outcome as a small bug report, to be copied whole: its requirement and where the specification
 * says so, expected and actual, the exchange, the `curl`.
 * @param seen what it was seen with, where that is not told elsewhere.
 */
export function terminalFinding(
  outcome: Outcome,
  paint: Paint,
  width: number,
  seen?: string,
): string {
  const { colour, symbol } = verdictSigns[outcome.verdict];
  const { level, since, rows, id } = outcome;
  const marks = [id, level, ...(since === undefined ? [] : [`since ${since}`]), ...rows];
  const title = indented('', visible(outcome.title), width - 4).replaceAll('\n', '\n    ');
  return [
    `  ${paint(colour, symbol)} ${paint('bold', title)}`,
    `    ${visible(marks.join(' · '))}`,
    `    spec      ${sectionUrl(visible(outcome.section))}`,
    ...(seen === undefined ? [] : [`    seen by   ${seen}`]),
    ...details(outcome).map(({ label, text: whole }) => {
      // Whose requirement it is stands above.
      const text = label === 'also' ? whole.replace(`${id}: `, '') : whole;
      const first = `    ${label.padEnd(9)} `;
      if (label === 'curl') return `${first}${visible(text, longestCommand)}`;
      // What is there to be copied stays on one line.
      if (/^(request|sent|received|remove|write)$/.test(label)) return `${first}${visible(text)}`;
      return indented(first, visible(text), width);
    }),
  ].join('\n');
}
