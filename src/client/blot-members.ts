/** The members whose strings are secrets. */
export const secretMembers = [
  'access_token',
  'refresh_token',
  'password',
  'new_password',
  'mac',
  'token',
  'login_token',
  'as_token',
  'hs_token',
] as const;

const ofSecretMembers = openingOf(secretMembers);

/** What stands before the strings of members of these names. */
function openingOf(names: Iterable<string>): RegExp {
  return new RegExp(`"(?:${[...names].join('|')})(\\\\*)"\\s*:\\s*(\\\\*)"`, 'g');
}

/**
 * The text with a mask in place of every string that is the value of a JSON member which holds a
 * secret, whoever sent it; also where the JSON is cut off, or stands in a string of other JSON.
 * Not one expression: for a value of millions of characters its stack would not do.
 *
 * @param names of the members; `secretMembers` where none are given
 */
export function blotMembers(text: string, mask: string, names?: Iterable<string>): string {
  const opening = names === undefined ? ofSecretMembers : openingOf(names);
  let blotted = '';
  let from = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    blotted += text.slice(from, opening.lastIndex) + mask;
    from = endOfValue(text, opening.lastIndex, found[1] !== '');
    opening.lastIndex = from;
  }
  return blotted + text.slice(from);
}

/** Where the closing quote stands; in JSON within JSON, the backslashes before it. */
function endOfValue(text: string, start: number, isWithin: boolean): number {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    if (text[at] !== '\\') continue;
    if (isWithin) return at;
    at += 1;
  }
  return text.length;
}
