import { visible } from '../visible.ts';

/** Breaks what GitHub and GitLab would make a mention, a reference or a link of. */
const broken: readonly (readonly [RegExp, string])[] = [
  [/&/g, '&amp;'],
  [/</g, '&lt;'],
  [/>/g, '&gt;'],
  [/[\\`*_[\]|~$]/g, '\\$&'],
  // A blank of no width: an entity alone would be a mention again once it is read.
  [/[@#!](?=\w)/g, '$&&#8203;'],
  [/:(?=\/\/)/g, '&#58;'],
  [/(?<=\bwww)\./gi, '&#46;'],
];

/** A foreign text within a line of Markdown: no markup, mention, link or HTML comes of it. */
export function markdownText(text: string, limit = 200): string {
  return broken.reduce((so, [what, instead]) => so.replace(what, instead), visible(text, limit));
}

/**
 * A foreign text as code within a line, where nothing is a mention or a link. The fence is longer
 * than any in the text. In a cell of a table a `|` needs a backslash in front, even in code.
 */
export function markdownCode(
  text: string,
  { limit = 300, isCell = false }: { readonly limit?: number; readonly isCell?: boolean } = {},
): string {
  const shown = visible(text, limit);
  const runs = (shown.match(/`+/g) ?? ['']).map(({ length }) => length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const room = /^`|`$|^\s|^$|\s$/.test(shown) ? ' ' : '';
  const code = `${fence}${room}${shown}${room}${fence}`;
  return isCell ? code.replaceAll('|', '\\|') : code;
}
