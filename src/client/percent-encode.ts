const unreserved = /^[A-Za-z0-9\-._~]$/;
const encoder = new TextEncoder();

/**
 * One path segment or query value: everything but RFC 3986's unreserved characters becomes `%XX`
 * of its UTF-8 bytes. `.` and `..` are encoded too, or a proxy on the way would walk up the path.
 * A lone surrogate becomes U+FFFD, as UTF-8 has no bytes for it.
 */
export function percentEncode(text: string): string {
  if (text === '.' || text === '..') return text.replaceAll('.', '%2E');
  let encoded = '';
  for (const character of text) {
    if (unreserved.test(character)) encoded += character;
    else for (const byte of encoder.encode(character)) encoded += hex(byte);
  }
  return encoded;
}

function hex(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
