const media = /^(?:image|video|audio|font)\/|octet-stream|zip|wasm|pdf/i;

/**
 * Whether a body is no text: its media type says so, and it does not begin like JSON, which some
 * web servers send as octets.
 */
export function isBinary(contentType: string | undefined, bytes: Uint8Array): boolean {
  if (!media.test(contentType ?? '')) return false;
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return !/^\s*[[{]/.test(head);
}
