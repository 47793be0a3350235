const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Whether the bytes are UTF-8, and the text for a report: other bytes are shown as `\xNN`.
 * A byte order mark stays: JSON on a network may not have one (RFC 8259, section 8.1).
 */
export function byteText(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: decoder.decode(bytes), isUtf8: true };
  } catch {
    return { text: escapeBytes(bytes), isUtf8: false };
  }
}

function escapeBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return text;
}
