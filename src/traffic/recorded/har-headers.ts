import { joinHeaders } from '../join-headers.ts';
import { listOf, textOf } from './member-of.ts';

/**
 * The headers of a message of a HAR file, by lower-case name, without the pseudo headers of HTTP/2.
 * Those that came twice are joined.
 */
export function harHeaders(message: unknown): Readonly<Record<string, string>> {
  const pairs = listOf(message, 'headers').flatMap((header): readonly [string, string][] => {
    const name = textOf(header, 'name');
    const value = textOf(header, 'value');
    if (name === undefined || value === undefined || name.startsWith(':') || name === '') return [];
    return [[name, value]];
  });
  return joinHeaders(pairs);
}
