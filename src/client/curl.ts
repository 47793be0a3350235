import { byteText } from './byte-text.ts';
import type { PreparedRequest } from './prepared-request.ts';

/**
 * A shell command that repeats the request. Secrets are for the caller to clean: the token is a
 * shell variable already, named after its user (`$ALICE_TOKEN`).
 */
export function curl(target: string, request: PreparedRequest): string {
  const parts = ['curl --path-as-is -i'];
  if (request.method === 'HEAD') parts.push('--head');
  else parts.push(`-X ${shellWord(request.method)}`);
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'authorization' && value.startsWith('Bearer ') && request.user !== undefined) {
      parts.push(`-H "Authorization: Bearer $${tokenVariable(request.user)}"`);
    } else parts.push(`-H ${shellWord(`${name}: ${value}`)}`);
  }
  // Without this curl would call a body a form.
  if (request.body !== undefined && request.headers['content-type'] === undefined) {
    parts.push("-H 'Content-Type:'");
  }
  const url = shellWord(target + request.path);
  if (request.body === undefined) return [...parts, url].join(' ');
  const body = shellBody(request.body);
  if (body !== undefined) return [...parts, `--data-binary ${body}`, url].join(' ');
  return [`printf %b ${shellBytes(request.body)} |`, ...parts, '--data-binary @-', url].join(' ');
}

function tokenVariable(user: string): string {
  return `${user.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_TOKEN`;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const longestBody = 4096;

/** As one shell word, where the bytes are text that a shell can hold. */
function shellBody(body: Uint8Array): string | undefined {
  const { text, isUtf8 } = byteText(body);
  if (body.length > longestBody) return `'<${body.length} bytes, too many to show>'`;
  if (!isUtf8 || /[\u0000-\u0008\u000b-\u001f\u007f]/.test(text)) return undefined;
  // curl reads a leading @ as a file name.
  return text.startsWith('@') ? undefined : shellWord(text === '' ? '' : text);
}

function shellBytes(body: Uint8Array): string {
  let text = '';
  for (const byte of body) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c;
    text += isPlain ? String.fromCharCode(byte) : `\\0${byte.toString(8).padStart(3, '0')}`;
  }
  return `'${text}'`;
}
