import type { ExamplesResult } from '../../model/example-finding.ts';
import { type Paint, paint as painter } from '../paint.ts';
import { plural } from '../plural.ts';
import type { Look } from '../terminal.ts';
import { visible } from '../visible.ts';
import { indented } from '../wrap.ts';
import { exampleConclusion, uncheckedSentences } from './example-conclusion.ts';
import { terminalExample } from './terminal-example.ts';

/** More findings than this are counted by rule: fewer are seen at a glance. */
const handful = 5;

/** How many fingerprints that are gone are named; the JSON report has them all. */
const named = 10;

function byRule({ findings, rules }: ExamplesResult, paint: Paint, width: number): string {
  if (findings.length <= handful) return '';
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const digits = Math.max(...sorted.map(([, count]) => String(count).length));
  const lines = sorted.map(([id, count]) => {
    const finds = rules.find((rule) => rule.id === id)?.finds;
    const what = finds === undefined ? '' : `: ${visible(finds)}`;
    const first = `  ${String(count).padStart(digits)} `;
    return indented(first, `${visible(id, 100)}${what}`, width);
  });
  return [paint('bold', 'findings by rule'), ...lines].join('\n');
}

function baseline({ findings, known, gone }: ExamplesResult, width: number): string {
  const count = plural(known, findings.length > 0 ? 'more finding' : 'finding');
  const isKnown =
    known === 1 ? 'is known: the baseline has it.' : 'are known: the baseline has them.';
  const shown = gone.slice(0, named).map((one) => visible(one, 40));
  const more = gone.length > named ? [`and ${gone.length - named} more`] : [];
  const list = [...shown, ...more].join(' ');
  const [isGone, them] = gone.length === 1 ? ['is gone', 'it'] : ['are gone', 'them'];
  const advice = `Run again with --update-baseline to take ${them} out of it.`;
  return [
    ...(known === 0 ? [] : [`${count} ${isKnown}`]),
    ...(gone.length === 0
      ? []
      : [`${plural(gone.length, 'finding')} of the baseline ${isGone} (${list}). ${advice}`]),
  ]
    .map((text) => indented('', text, width))
    .join('\n');
}

function notChecked({ unchecked }: ExamplesResult, paint: Paint, width: number): string {
  if (unchecked.length === 0) return '';
  const lines = unchecked.map((text) =>
    // The sign is painted last, so that no colour code counts in the wrapping.
    indented('  ! ', visible(text, 1000), width).replace('!', paint('yellow', '!')),
  );
  return [paint('yellow', `not checked (${unchecked.length})`), ...lines].join('\n');
}

/**
 * What came of checking examples, for a reader at a terminal: each finding with the lines around
 * it, what the baseline knows, what could not be checked, and last one line that says how it is.
 *
 * Every text of the documents is shown with its control characters as visible escapes.
 */
export function exampleTerminal(result: ExamplesResult, look: Look): string {
  const paint = painter(look.color);
  const width = Math.max(40, look.width);
  const isWrong = result.findings.length > 0;
  const isUnclear = uncheckedSentences(result).length > 0;
  const [colour, sign] = isWrong
    ? (['red', '✗'] as const)
    : isUnclear
      ? (['yellow', '!'] as const)
      : (['green', '✓'] as const);
  return `${[
    ...result.findings.map((one) => terminalExample(one, paint, width)),
    byRule(result, paint, width),
    baseline(result, width),
    notChecked(result, paint, width),
    // All is well on one line, for those who look for it in a log.
    indented(`${sign} `, exampleConclusion(result), sign === '✓' ? Infinity : width)
      .split('\n')
      .map((line) => paint(colour, line))
      .join('\n'),
  ]
    .filter((section) => section !== '')
    .join('\n\n')}\n`;
}
