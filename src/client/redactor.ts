import { secretForms } from './secret-forms.ts';

const mask = '<redacted>';

const members =
  '(?:access_token|refresh_token|password|new_password|mac|token|login_token|as_token|hs_token)';
/** JSON members that hold a secret, whoever sent them. */
const secretMembers = new RegExp(`("${members}"\\s*:\\s*)"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"?`, 'gs');
/** The same in JSON that stands in a string of other JSON. */
const escapedMembers = new RegExp(`("${members}\\\\+"\\s*:\\s*\\\\+")[^"\\\\]*`, 'g');
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
  #forms: readonly string[] = [];
  #lowerForms: readonly string[] = [];

  /** Remembers a secret. Anything shorter than four characters would blot out half of a report. */
  learn(secret: string | undefined): void {
    if (secret === undefined || secret.length < 4 || this.#forms.includes(secret)) return;
    // The longest first: a secret may hold another one.
    this.#forms = [...new Set([...this.#forms, ...secretForms(secret)])].sort(
      (a, b) => b.length - a.length,
    );
    this.#lowerForms = this.#forms.map((form) => form.toLowerCase());
  }

  /** The text without any secret. */
  clean(text: string): string {
    return blotAll(text, this.#forms)
      .replace(secretMembers, `$1"${mask}"`)
      .replace(escapedMembers, `$1${mask}`)
      .replace(secretParameters, `$1${mask}`)
      .replace(bearer, `$1${mask}`);
  }

  /** At most so many characters of the text, without any secret: for texts of any length. */
  cleanHead(text: string, length: number): string {
    // A mask may be shorter than what it stands for.
    return this.clean(text.slice(0, 2 * length)).slice(0, length);
  }

  /** Headers by their names, which HTTP makes lower case. */
  cleanHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const cleaned: [string, string][] = Object.entries(headers).map(([name, value]) => [
      blotAll(name, this.#lowerForms),
      this.clean(value),
    ]);
    return Object.fromEntries(cleaned);
  }
}

function blotAll(text: string, forms: readonly string[]): string {
  return forms.reduce(blot, text);
}

function blot(text: string, form: string): string {
  const head = form.slice(0, leastPart);
  let at = text.indexOf(head);
  if (at < 0) return text;
  let blotted = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf(head, from)) {
    let size = head.length;
    while (size < form.length && text[at + size] === form[size]) size += 1;
    blotted += text.slice(from, at) + mask;
    from = at + size;
  }
  return blotted + text.slice(from);
}
