import { createHash } from 'node:crypto';
import { secretMembers } from '../../client/blot-members.ts';
import { mask, type Redactor } from '../../client/redactor.ts';

const names = secretMembers.join('|');
const masked = new RegExp(`"(${names})"(\\s*:\\s*)"${mask}"`, 'g');
const sent = new RegExp(`"(${names})"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,500})"`, 'g');

/** Secrets that stand in for those which a recording does not hold. */
export class Refill {
  readonly #redactor: Redactor;
  readonly #seed: string;
  /** What was last sent, by the member that held it. */
  readonly #sent = new Map<string, string>();
  #made = 0;
  #isInDoubt = false;

  constructor(redactor: Redactor, seed: string) {
    this.#redactor = redactor;
    this.#seed = seed;
  }

  /** Whether some answer held a secret of which only a mask is left, and which may matter. */
  get isInDoubt(): boolean {
    return this.#isInDoubt;
  }

  /** A secret that is none: letters and digits, and no two begin alike. */
  secret(): string {
    this.#made += 1;
    const made = createHash('sha256').update(`${this.#seed} secret ${this.#made}`).digest('hex');
    this.#redactor.learn(made);
    return made;
  }

  /** Remembers what a body says in members whose values the recording masks. */
  remember(body: string): void {
    for (const [, name = '', value = ''] of body.matchAll(sent)) this.#sent.set(name, value);
  }

  /**
   * A recorded body with secrets in place of its masks. Of a token that the scenario made up itself,
   * as that of an invite, it is taken that the homeserver gave it back as it was sent; that this was
   * so nobody can see any more.
   */
  fill(body: string): string {
    if (!body.includes(mask)) return body;
    const filled = body.replace(masked, (_, name: string, colon: string) => {
      const known = name === 'access_token' ? undefined : this.#sent.get(name);
      if (known !== undefined) this.#isInDoubt = true;
      return `"${name}"${colon}"${known ?? this.secret()}"`;
    });
    if (filled.includes(mask)) this.#isInDoubt = true;
    return filled;
  }
}
