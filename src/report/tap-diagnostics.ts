import type { Outcome } from '../model/outcome.ts';
import { type Detail, details } from './details.ts';
import { sectionUrl } from './section-url.ts';
import { shortReason } from './short-reason.ts';
import { visible } from './visible.ts';

/** A command that is cut cannot be run. */
const longestCommand = 8000;

/**
 * What was found of an outcome, as the YAML block below its test point: first what TAP's readers
 * look for, by TAP's own names, and then the details that every report tells.
 */
export function tapDiagnostics(outcome: Outcome): string {
  const { title, verdict, level, section, expectation } = outcome;
  const list = [
    { label: 'message', text: shortReason(outcome) },
    { label: 'severity', text: verdict },
    { label: 'requirement', text: `${title} (${level})` },
    { label: 'section', text: sectionUrl(section) },
    ...details(outcome).filter(({ label }) => label !== 'reason'),
  ];
  return yamlBlock(list, expectation);
}

/**
 * Labelled texts as a YAML block of TAP; what has the label of another becomes a list with it.
 * Every text is a JSON string, which is YAML too, so that nothing of it is interpreted.
 */
export function yamlBlock(
  list: readonly Detail[],
  at?: { readonly file: string; readonly line: number },
): string {
  const texts = new Map<string, string[]>();
  for (const { label, text } of list) {
    const written = JSON.stringify(visible(text, label === 'curl' ? longestCommand : 600));
    texts.set(label, [...(texts.get(label) ?? []), written]);
  }
  const place =
    at === undefined
      ? []
      : ['at:', `  file: ${JSON.stringify(visible(at.file))}`, `  line: ${at.line}`];
  const lines = [...texts].flatMap(([label, [first = '""', ...others]]) =>
    others.length === 0
      ? [`${label}: ${first}`]
      : [`${label}:`, ...[first, ...others].map((text) => `  - ${text}`)],
  );
  return ['---', ...lines, ...place, '...'].map((line) => `  ${line}`).join('\n');
}
