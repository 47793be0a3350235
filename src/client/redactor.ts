import { blotMembers } from './blot-members.ts';
import { copied } from './copied.ts';
import { secretForms } from './secret-forms.ts';

const mask = '<redacted>';

/** Query parameters that hold a secret. */
const secretParameters = /([?&;](?:access_token|token|password|mac)=)[^&\s"'#]*/g;
/** A shell variable is no secret. */
const bearer = /(\bBearer\s+)(?!\$)[^\s"',<]{8,}/gi;

/** So much of a secret, from its start, is as good as the whole: texts are cut somewhere. */
const leastPart = 12;

/**
 * Knows every secret of a run and keeps it out of what is recorded.
 * A secret is replaced wherever it stands, in any of its usual spellings (`secretForms`), and also
 * where its end was cut off; and what looks like a secret by its place (a member `access_token`, a
 * bearer header) is replaced unknown.
 */
export class Redactor {
  readonly #known = new Set<string>();
  readonly #spellings = new Set<string>();
  #forms: Forms = formsOf([]);
  #lowerForms: Forms = formsOf([]);
  // Headers repeat: those that were cleaned since the last secret are not cleaned again.
  readonly #cleanNames = new Map<string, string>();
  readonly #cleanValues = new Map<string, string>();

  /** Remembers a secret. Anything shorter than four characters would blot out half of a report. */
  learn(secret: string | undefined): void {
    if (secret === undefined || secret.length < 4 || this.#known.has(secret)) return;
    this.#known.add(secret);
    for (const form of secretForms(secret)) this.#spellings.add(form);
    const all = [...this.#spellings];
    this.#forms = formsOf(all);
    this.#lowerForms = formsOf(all.map((form) => form.toLowerCase()));
    this.#cleanNames.clear();
    this.#cleanValues.clear();
  }

  /** The text without any secret. */
  clean(text: string): string {
    return blotMembers(blot(text, this.#forms), mask)
      .replace(secretParameters, `$1${mask}`)
      .replace(bearer, `$1${mask}`);
  }

  /** At most so many characters of the text, without any secret: for texts of any length. */
  cleanHead(text: string, length: number): string {
    // A mask may be shorter than what it stands for.
    return copied(this.clean(text.slice(0, 2 * length)).slice(0, length));
  }

  /** Headers by their names, which HTTP makes lower case. */
  cleanHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const cleaned: [string, string][] = Object.entries(headers).map(([name, value]) => [
      once(this.#cleanNames, name, () => blot(name, this.#lowerForms)),
      once(this.#cleanValues, value, () => this.clean(value)),
    ]);
    return Object.fromEntries(cleaned);
  }
}

/** Remembers only short texts, and few of them: a homeserver may send new ones without end. */
function once(known: Map<string, string>, text: string, clean: () => string): string {
  if (text.length > 200) return clean();
  const before = known.get(text);
  if (before !== undefined) return before;
  const cleaned = clean();
  if (known.size >= 500) known.clear();
  known.set(text, cleaned);
  return cleaned;
}

interface Forms {
  /** The longest first: a secret may hold another one. */
  readonly whole: readonly string[];
  /** Those of `whole` that are not in `byStart`. */
  readonly short: readonly string[];
  /** How long forms begin, and which ones begin so. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
}

function formsOf(all: readonly string[]): Forms {
  const whole = [...new Set(all)].toSorted((a, b) => b.length - a.length);
  const byStart = new Map<string, string[]>();
  for (const form of whole) {
    if (form.length <= leastPart) break;
    const start = form.slice(0, leastPart);
    byStart.set(start, [...(byStart.get(start) ?? []), form]);
  }
  return { whole, short: whole.filter((form) => form.length <= leastPart), byStart };
}

function blot(text: string, { whole, short, byStart }: Forms): string {
  let blotted = text;
  // Where no long form begins there is none: most texts hold no secret at all.
  const hasLong = hasAny(text, byStart.keys());
  for (const form of hasLong ? whole : short) {
    if (blotted.includes(form)) blotted = blotted.replaceAll(form, mask);
  }
  if (!hasLong) return blotted;
  for (const [start, forms] of byStart) blotted = blotParts(blotted, start, forms);
  return blotted;
}

function hasAny(text: string, parts: Iterable<string>): boolean {
  for (const part of parts) if (text.includes(part)) return true;
  return false;
}

function blotParts(text: string, start: string, forms: readonly string[]): string {
  let blotted = '';
  let from = 0;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, from)) {
    blotted += text.slice(from, at) + mask;
    from = at + Math.max(...forms.map((form) => sharedLength(text, at, form)));
  }
  return blotted + text.slice(from);
}

function sharedLength(text: string, at: number, form: string): number {
  let length = 0;
  while (length < form.length && text[at + length] === form[length]) length += 1;
  return length;
}
