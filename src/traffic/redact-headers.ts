import { mask } from '../client/redactor.ts';
import { redactParameters } from './redact-parameters.ts';

const secret = /cookie|token|secret|api-?key|signature|password|x-auth/;

/**
 * Headers without their secrets: of a credential its scheme stays.
 * @param learn is told each text that was a secret
 */
export function redactHeaders(
  headers: Readonly<Record<string, string>>,
  learn: (secret: string) => void,
): Readonly<Record<string, string>> {
  const kept: [string, string][] = [];
  let room = mostHeaders;
  for (const [name, value] of Object.entries(headers)) {
    const shown = redacted(name, value, learn).slice(0, 1000);
    room -= name.length + shown.length;
    if (room > 0) kept.push([name, shown]);
  }
  return Object.fromEntries(kept);
}

/** In characters: a hostile side may send thousands. */
const mostHeaders = 8000;

function redacted(name: string, value: string, learn: (secret: string) => void): string {
  if (name === 'authorization' || name === 'proxy-authorization') {
    const [scheme = '', ...rest] = value.split(' ');
    if (rest.length === 0) learn(value);
    for (const part of rest) learn(part);
    return rest.length === 0 ? mask : `${scheme} ${mask}`;
  }
  // A location may hold a login token.
  if (!secret.test(name)) return redactParameters(value, learn);
  for (const [part] of value.matchAll(/[^\s;,="]{12,}/g)) learn(part);
  return mask;
}
