import { visible } from '../visible.ts';

/** It breaks a word for whoever looks for references in it, and is not seen. */
const apart = '&#8203;';

/** Where GitHub and GitLab see a mention, an issue, an e-mail or an address in plain text: there
 *  not even an escape hinders them. */
const reference =
  /(?<=[@#!$~&%])(?=[\w"])|(?<=\w:)(?=\/\/)|(?<=\b(?:www|mailto|xmpp|GH|GL))(?=[-.:])/gi;

const special = /[\\`*_{}[\]<>#+!|~&]/g;

/**
 * A text as Markdown that shows it and nothing else: no markup, no HTML, no link, no mention, and
 * no end of a table's cell. It is one line; what begins a line has to stand before it.
 */
export function markdownText(text: string, limit = 400): string {
  const marked = visible(text, limit).replace(reference, '\u0000');
  const escaped = marked.replace(special, (sign) => {
    if (sign === '<') return '&lt;';
    return sign === '&' ? '&amp;' : `\\${sign}`;
  });
  return escaped.replaceAll('\u0000', apart);
}

/**
 * A text as code in a line: what a homeserver said stands in code, where nothing is markup and
 * nobody is mentioned. In a table it is `codeCell`.
 */
export function codeSpan(text: string, limit = 300): string {
  const shown = visible(text, limit) || '(nothing)';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A text as code in a cell of a table, where a `|` needs a backslash in front, even in code. */
export function codeCell(text: string, limit?: number): string {
  return codeSpan(text, limit).replaceAll('|', '\\|');
}

/** Lines as a block of code, in a fence that none of them can end. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A link whose text and address are no more than that. */
export function markdownLink(text: string, url: string): string {
  const address = visible(url, 1000).replace(
    /[\s()<>"'\\`[\]]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${markdownText(text)}](${address})`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
