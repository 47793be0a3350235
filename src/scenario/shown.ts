import type { Redactor } from '../client/redactor.ts';

/** The longest value that a report shows, in characters. */
const longest = 500;

/** A JSON value in short and without secrets, as one line. */
export function shown(redactor: Redactor, value: unknown): string {
  const text = jsonText(value);
  const head = redactor.cleanHead(text, longest);
  return text.length <= longest ? head : `${head}… (${text.length} characters)`;
}

function jsonText(value: unknown): string {
  if (value === undefined) return 'nothing';
  // JSON writes it as 0, and then nobody sees in what it differs.
  if (Object.is(value, -0)) return '-0';
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'a value that is nested too deeply to be shown';
  }
}
