/**
 * A pattern of a schema. It counts as Unicode; `^[\w-\.]+$` and the like are patterns only without.
 *
 * @throws SyntaxError where it is no pattern
 */
export function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/** Whether a text is a pattern at all. */
export function isPattern(text: string): boolean {
  try {
    compilePattern(text);
    return true;
  } catch {
    return false;
  }
}
