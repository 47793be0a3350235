/**
 * One path segment or query value: everything but RFC 3986's unreserved characters becomes `%XX`
 * of its UTF-8 bytes. `.` and `..` are encoded too, or a proxy on the way would walk up the path.
 * A lone surrogate becomes U+FFFD, as UTF-8 has no bytes for it.
 */
export function percentEncode(text: string): string {
  if (text === '.' || text === '..') return text.replaceAll('.', '%2E');
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, hex);
}

/** What `encodeURIComponent` leaves as it is, though RFC 3986 reserves it. */
function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
