import { createHash } from 'node:crypto';
import { escapeCharacter } from '../visible.ts';
import { type Child, element, Markup } from './markup.ts';
import { packed } from './packed.ts';
import { style as base } from './style.ts';

/** A page of its own: one file, which asks the network for nothing. */
export interface Page {
  /** Plain text for the window's title. */
  readonly title: string;
  /** What is there without scripting, too. */
  readonly body: Child;
  /** The text of a browser's script, from `scripts/`. It finds the data by `unpack`. */
  readonly script?: string;
  /** What the page looks like beyond the style that all have. */
  readonly style?: string;
  /** JSON values that the script reads when it needs them, each compressed on its own. */
  readonly data?: readonly unknown[];
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** A script or a style as it stands between its tags, where nothing can be escaped. */
function raw(name: 'script' | 'style', text: string): string {
  if (/<(?:\/|!--|script)/i.test(text)) throw new Error(`a ${name} would end before its end`);
  return `<${name}>${text}</${name}>`;
}

/** Base64 alone: it cannot end the element that it stands in, and no browser runs that type. */
function dataBlock(value: unknown, index: number): string {
  return `<script type="text/plain" id="data-${index}">${packed(value)}</script>\n`;
}

/**
 * A whole page as HTML. Its policy lets one script and one style run, known by their hashes, and
 * neither loads, frames nor sends anything: were there markup in a homeserver's answer, it would be dead.
 * The first paint needs no script.
 */
export function page({ title, body, script = '', style: own = '', data = [] }: Page): string {
  const style = `${base}${own}`;
  const policy = [
    "default-src 'none'",
    `script-src ${script === '' ? "'none'" : hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n',
    // Without an icon of its own a browser asks the server for one.
    '<link rel="icon" href="data:,">\n',
    `<title>${Markup.text(title.replace(/[\n\t]/g, escapeCharacter))}</title>\n`,
    `${raw('style', style)}\n</head>\n<body>\n`,
    Markup.text(element('a', { href: '#main', class: 'skip' }, 'To the content')),
    `\n${Markup.text(body)}\n`,
    ...data.map(dataBlock),
    script === '' ? '' : `${raw('script', script)}\n`,
    '</body>\n</html>\n',
  ].join('');
}
