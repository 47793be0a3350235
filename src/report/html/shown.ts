import { escapeCharacter } from '../visible.ts';

/** What does not show, or turns the direction of what follows; a line feed and a tab may stay. */
const hidden = /(?![\n\t])[\p{C}\p{Zl}\p{Zp}]/gu;

/** A text in which every character shows: controls and bidi overrides become escapes. */
export function shown(text: string): string {
  return text.replace(hidden, escapeCharacter);
}
