import type { Outcome } from '../../model/outcome.ts';
import { details } from '../details.ts';
import { sectionUrl } from '../section-url.ts';
import { shortReason } from '../short-reason.ts';
import { verdictSigns } from '../verdict-sign.ts';
import { visible } from '../visible.ts';
import type { MarkdownItem } from './markdown-sections.ts';
import { codeBlock, codeSpan, markdownLink, markdownText } from './markdown-text.ts';

/** What shows the exchange; it stands in a block of its own. */
const ofExchange = ['request', 'sent', 'response', 'headers', 'received'];

/** An outcome in one line: its sign, its id, and why. */
export function markdownLine(outcome: Outcome): string {
  const { symbol } = verdictSigns[outcome.verdict];
  const { id, verdict } = outcome;
  return `- ${markdownText(symbol)} ${verdict} ${codeSpan(id)}: ${codeSpan(shortReason(outcome), 200)}`;
}

/** An outcome with its requirement, what was expected and what came, the exchange and the `curl`. */
export function markdownFinding(outcome: Outcome): MarkdownItem {
  const { id, level, title, section, verdict } = outcome;
  const { symbol } = verdictSigns[verdict];
  const all = details(outcome);
  const shown = all.filter(({ label }) => ofExchange.includes(label));
  const curl = all.find(({ label }) => label === 'curl');
  const told = all.filter((one) => !shown.includes(one) && one !== curl);
  const lines = shown.map(({ label, text }) => `${label.padEnd(9)} ${visible(text, 1200)}`);
  const full = [
    `### ${markdownText(symbol)} ${verdict}: ${markdownText(title)}`,
    `${codeSpan(id)} · ${level} · ${markdownLink('specification', sectionUrl(section))}`,
    told.map(({ label, text }) => `- ${label}: ${codeSpan(text, 600)}`).join('\n'),
    ...(lines.length === 0 ? [] : [codeBlock('text', lines)]),
    ...(curl === undefined ? [] : [codeBlock('sh', [visible(curl.text, 8000)])]),
  ];
  return { short: markdownLine(outcome), full: full.join('\n\n') };
}
