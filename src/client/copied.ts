/**
 * The same text, sharing no memory with another: a piece of a text keeps the whole of it alive, and
 * a homeserver may answer with megabytes hundreds of times.
 */
export function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
