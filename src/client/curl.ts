import { shellWord } from '../model/shell-word.ts';
import { byteText } from './byte-text.ts';
import type { PreparedRequest } from './prepared-request.ts';

/**
 * A shell command, on one line, that repeats the request. Secrets are for the caller to clean away
 * first; the caller's own token is a shell variable, named after the user (`$ALICE_TOKEN`).
 */
export function curl(target: string, request: PreparedRequest): string {
  const parts = ['curl --path-as-is -g -i'];
  if (request.method === 'HEAD') parts.push('--head');
  else parts.push(`-X ${word(request.method)}`);
  for (const [name, value] of Object.entries(request.headers)) {
    parts.push(`-H ${header(request, name, value)}`);
  }
  // Without this curl would call a body a form.
  if (request.body !== undefined && request.headers['content-type'] === undefined) {
    parts.push("-H 'Content-Type:'");
  }
  const url = word(target + request.path);
  if (request.body === undefined) return [...parts, url].join(' ');
  const body = shellBody(request.body);
  if (body !== undefined) return [...parts, `--data-binary ${body}`, url].join(' ');
  return [`printf %b ${shellBytes(request.body)} |`, ...parts, '--data-binary @-', url].join(' ');
}

function header({ user, token }: PreparedRequest, name: string, value: string): string {
  if (name === 'authorization' && user !== undefined && value === `Bearer ${token}`) {
    return `"Authorization: Bearer $${tokenVariable(user)}"`;
  }
  // curl leaves out a header that ends after its colon.
  return word(value === '' ? `${name};` : `${name}: ${value}`);
}

function tokenVariable(user: string): string {
  return `${user.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_TOKEN`;
}

/** What a terminal does not show as it is: controls, formats, other spaces than the usual one. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/u;

function word(text: string): string {
  if (!unprintable.test(text)) return shellWord(text);
  let quoted = '';
  for (const byte of Buffer.from(text, 'utf8')) quoted += isPlain(byte) ? plain(byte) : octal(byte);
  return `$'${quoted}'`;
}

const longestBody = 4096;

/** As one shell word, where the bytes are text that a shell can hold. */
function shellBody(body: Uint8Array): string | undefined {
  if (body.length > longestBody) return `'<${body.length} bytes, too many to show>'`;
  const { text, isUtf8 } = byteText(body);
  if (!isUtf8 || unprintable.test(text)) return undefined;
  // curl reads a leading @ as a file name.
  return text.startsWith('@') ? undefined : word(text);
}

/** For `printf %b`, whose octal numbers have a leading zero. */
function shellBytes(body: Uint8Array): string {
  let text = '';
  for (const byte of body) text += isPlain(byte) ? plain(byte) : `\\0${octal(byte).slice(1)}`;
  return `'${text}'`;
}

function isPlain(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c;
}

function plain(byte: number): string {
  return String.fromCharCode(byte);
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
