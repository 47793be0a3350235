import type { Homeserver } from '../../homeserver.ts';

/** Replaces a text before it is parsed. */
export function rewriteText({ wire }: Homeserver, change: (text: string) => string): void {
  const { parse } = wire;
  wire.parse = (text, type) => parse(change(text), type);
}
