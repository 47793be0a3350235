import { MatrixError } from '../http/matrix-error.ts';

/** Arrays and objects within one another that an event may hold; far more than any real one. */
const deepest = 500;

/**
 * Throws 400 M_BAD_JSON for JSON text that cannot be canonical JSON (appendices/#canonical-json):
 * floats, integers beyond ±(2^53-1), negative zero, and strings with half a surrogate pair. It
 * takes the text, as JSON.parse turns `1.0` into `1`.
 */
export function checkCanonical(text: string, value: unknown): void {
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)) {
    if (token.startsWith('"')) continue;
    if (/[.eE]/.test(token)) throw bad(`${token.slice(0, 40)} is a float`);
    if (token === '-0') throw bad('-0 is not an integer');
    if (!Number.isSafeInteger(Number(token))) throw bad('An integer is out of range');
  }
  checkStrings(value, 0);
}

function checkStrings(value: unknown, depth: number): void {
  if (depth > deepest) throw bad('The JSON is nested too deeply');
  if (typeof value === 'string' && !value.isWellFormed()) throw bad('A string is not Unicode');
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (!name.isWellFormed()) throw bad('A name is not Unicode');
    checkStrings(member, depth + 1);
  }
}

function bad(message: string): MatrixError {
  return new MatrixError(400, 'M_BAD_JSON', message);
}
