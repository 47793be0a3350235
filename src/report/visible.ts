/** Characters that show as nothing, or that steer a terminal: everything of Unicode's class
 *  "other" (controls, bidi overrides, lone surrogates, non-characters), and blanks but the space. */
const hidden = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** A text in which there is nothing to escape, told without the tables of Unicode. */
const plain = /^[\u0020-\u007e]*$/;

/** What the log readers of GitHub Actions, Azure DevOps and TeamCity would obey. */
const logCommand = /(?<=^|\s):(?=:[a-z])|#(?=#(?:\[|vso\[|teamcity\[))/gi;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One escape, or one character: what a cut must not split. */
const unit = /\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}|\\[nrt]|./gsu;

/** Writes one character as an escape: `\n`, `\u001b`, `\u{e0001}`. */
export function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/**
 * Makes a homeserver's text safe to print, on one line: whatever does not show, and whatever a
 * terminal or a CI's log reader would obey, becomes an escape that shows.
 *
 * A text that would be longer than `limit` UTF-16 units is cut, and its whole length is named
 * within the limit. Backslashes stay as they are, so that JSON and shell commands stay readable.
 */
export function visible(text: string, limit = 400): string {
  const begun = text.slice(0, limit);
  const seen = plain.test(begun) ? begun : begun.replace(hidden, escapeCharacter);
  const shown = /::|##/.test(seen) ? seen.replace(logCommand, escapeCharacter) : seen;
  if (text.length <= limit && shown.length <= limit) return shown;
  // Not toLocaleString: its first call loads the tables of every language.
  const length = String(text.length).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const note = ` … (${length} characters)`;
  // What needed no escape has nothing that a cut could split.
  if (shown === begun && plain.test(begun)) return shown.slice(0, limit - note.length) + note;
  let kept = '';
  for (const [piece] of shown.matchAll(unit)) {
    if (kept.length + piece.length + note.length > limit) break;
    kept += piece;
  }
  return kept + note;
}
