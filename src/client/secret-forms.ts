import { percentEncode } from './percent-encode.ts';

/**
 * The spellings in which a text may come back: as it is; escaped as JSON, once or twice, with or
 * without `\uXXXX` for what is not ASCII, with `\/`; percent-encoded, strictly or as URLs and forms
 * are; escaped as HTML; its UTF-8 read as Latin-1, or shown byte for byte. Each of them once.
 */
export function secretForms(text: string): readonly string[] {
  const wellFormed = text.toWellFormed();
  const encoded = encodeURIComponent(wellFormed);
  const bytes = Buffer.from(wellFormed, 'utf8');
  const latin1 = bytes.toString('latin1');
  const escaped = jsonForms(wellFormed);
  const forms = [
    text,
    wellFormed,
    ...escaped,
    ...escaped.flatMap(jsonForms),
    ...[encoded, percentEncode(text), encodeURI(wellFormed), formEncoded(wellFormed)].flatMap(
      (form) => [form, form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ),
    html(wellFormed),
    html(wellFormed).replaceAll('&#39;', '&#x27;'),
    latin1,
    latin1.replace(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`),
  ];
  return [...new Set(forms)];
}

function jsonForms(text: string): string[] {
  const escaped = JSON.stringify(text).slice(1, -1);
  const ascii = escaped.replace(/[\u007f-\uffff]/g, unicodeEscape);
  const upper = ascii.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
  const slashed = escaped.replaceAll('/', '\\/');
  return [escaped, ascii, upper, slashed];
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
