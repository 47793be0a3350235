/** What the list is narrowed by; an empty text narrows nothing. */
export interface Filter {
  readonly q: string;
  readonly verdict: string;
  readonly level: string;
  readonly suite: string;
  /** `yes` or `no`. */
  readonly expected: string;
}

/** The names of what can be narrowed, as the address and the form have them. */
export const filterNames = ['q', 'verdict', 'level', 'suite', 'expected'] as const;

/** One scenario as far as a filter looks at it; `text` in lower case. */
export type Filtered = Readonly<Record<Exclude<keyof Filter, 'q'> | 'text', string>>;

/** What the part of an address after its `#` asks for. */
export function readFilter(hash: string): { readonly filter: Filter; readonly open: string } {
  const asked = hash.replace(/^#/, '');
  // A link to an id alone works without scripting, too.
  if (asked !== '' && !asked.includes('=')) return { filter: none, open: decoded(asked) };
  const words = new URLSearchParams(asked);
  const filter = Object.fromEntries(filterNames.map((name) => [name, words.get(name) ?? '']));
  return { filter: filter as unknown as Filter, open: words.get('open') ?? '' };
}

const none: Filter = { q: '', verdict: '', level: '', suite: '', expected: '' };

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The part of an address after its `#`; empty where there is nothing to say. */
export function writeFilter(filter: Filter, open: string): string {
  const words = new URLSearchParams();
  for (const name of filterNames) if (filter[name] !== '') words.set(name, filter[name]);
  if (open !== '') words.set('open', open);
  return words.toString().replaceAll('%2F', '/');
}

/** Whether a scenario stays: every word of the search is in its text. */
export function isKept(filter: Filter, row: Filtered): boolean {
  const { verdict, level, suite, expected } = filter;
  return (
    (verdict === '' || verdict === row.verdict) &&
    (level === '' || level === row.level) &&
    (suite === '' || suite === row.suite) &&
    (expected === '' || expected === row.expected) &&
    filter.q
      .toLowerCase()
      .split(/\s+/)
      .every((word) => row.text.includes(word))
  );
}
