import { isIPv6 } from 'node:net';

/**
 * The string formats of Matrix, after the appendices of the specification. Each takes time linear in
 * the length of the string, and those with a greatest length none beyond it: bodies are hostile.
 */
export const matrixFormats: Readonly<Record<string, (value: string) => boolean>> = {
  // Homeservers have to accept historical user IDs: any localpart, even an empty one.
  'mx-user-id': (value) => isIdentifier(value, '@') && hasServerName(value),
  'mx-event-id': (value) => isIdentifier(value, '$') && value.length > 1,
  // From room version 12 on, room ids have no server name.
  'mx-room-id': (value) =>
    isIdentifier(value, '!') && value.length > 1 && (!value.includes(':') || hasServerName(value)),
  'mx-room-alias': (value) => isIdentifier(value, '#') && hasServerName(value),
  'mx-server-name': isServerName,
  'mx-mxc-uri': (value) => {
    const [, serverName = '', mediaId = ''] = /^mxc:\/\/([^/]*)\/([^/]*)$/.exec(value) ?? [];
    return isServerName(serverName) && /^[A-Za-z0-9_-]+$/.test(mediaId);
  },
  'mx-unpadded-base64': (value) => value.length % 4 !== 1 && /^[A-Za-z0-9+/]*$/.test(value),
  'mx-urlsafe-unpadded-base64': (value) => value.length % 4 !== 1 && /^[A-Za-z0-9_-]*$/.test(value),
};

/** The sigil first, at most 255 bytes, no NUL and no half of a surrogate pair. */
function isIdentifier(value: string, sigil: string): boolean {
  if (value.length > 255 || !value.startsWith(sigil)) return false;
  return Buffer.byteLength(value) <= 255 && value.isWellFormed() && !value.includes('\0');
}

function hasServerName(value: string): boolean {
  const colon = value.indexOf(':');
  return colon > 0 && isServerName(value.slice(colon + 1));
}

function isServerName(value: string): boolean {
  if (value.length > 263) return false; // 255 and a port, or 45 in brackets and a port
  const [, address] = /^\[([0-9A-Fa-f:.]{2,45})\](?::\d{1,5})?$/.exec(value) ?? [];
  if (address !== undefined) return isIPv6(address);
  return /^[0-9A-Za-z.-]{1,255}(?::\d{1,5})?$/.test(value);
}
