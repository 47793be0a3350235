import { listOf, textOf } from './member-of.ts';

/**
 * The headers of a message of a HAR file, by lower-case name, without the pseudo headers of HTTP/2.
 * Those that came twice are joined.
 */
export function harHeaders(message: unknown): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const header of listOf(message, 'headers')) {
    const name = textOf(header, 'name')?.toLowerCase();
    const value = textOf(header, 'value');
    if (name === undefined || value === undefined || name.startsWith(':') || name === '') continue;
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}
