import { blotMembers } from './blot-members.ts';
import { copied } from './copied.ts';
import { KnownSecrets } from './known-secrets.ts';

/** What stands where a secret stood. */
export const mask = '<redacted>';

/** Query parameters that hold a secret. */
const secretParameters = /([?&;](?:access_token|token|password|mac)=)[^&\s"'#]*/g;
/** A shell variable is no secret. */
const bearer = /(\bBearer\s+)(?!\$)[^\s"',<]{8,}/gi;

/**
 * Knows every secret of a run and keeps it out of what is recorded.
 * A secret is replaced wherever it stands, in whatever spelling (`secretPattern`), and also
 * where its end was cut off; and what looks like a secret by its place (a member `access_token`, a
 * bearer header) is replaced unknown.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  // Made when somebody first looks for them: many are learnt at once.
  #known: KnownSecrets | undefined;
  #knownInNames: KnownSecrets | undefined;
  // Headers repeat: those that were cleaned since the last secret are not cleaned again.
  readonly #cleanNames = new Map<string, string>();
  readonly #cleanValues = new Map<string, string>();

  /** Remembers a secret. Anything shorter than four characters would blot out half of a report. */
  learn(secret: string | undefined): void {
    if (secret === undefined || secret.length < 4 || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    this.#known = undefined;
    this.#knownInNames = undefined;
    this.#cleanNames.clear();
    this.#cleanValues.clear();
  }

  /** The text without any secret. */
  clean(text: string): string {
    this.#known ??= new KnownSecrets([...this.#secrets], 'g');
    return blotMembers(this.#known.blot(text, mask), mask)
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
    const names = this.#namesKnown();
    const cleaned: [string, string][] = Object.entries(headers).map(([name, value]) => [
      once(this.#cleanNames, name, () => names.blot(name, mask)),
      once(this.#cleanValues, value, () => this.clean(value)),
    ]);
    return Object.fromEntries(cleaned);
  }

  #namesKnown(): KnownSecrets {
    this.#knownInNames ??= new KnownSecrets(
      [...this.#secrets].map((one) => one.toLowerCase()),
      'gi',
    );
    return this.#knownInNames;
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
