const mask = '<redacted>';

/** JSON members that hold a secret, whoever sent them. */
const secretMembers =
  /("(?:access_token|refresh_token|password|new_password|mac|token|login_token|as_token|hs_token)"\s*:\s*)"(?:[^"\\]|\\.)*"?/g;
/** Query parameters that hold a secret. */
const secretParameters = /([?&;](?:access_token|token|password|mac)=)[^&\s"'#]*/g;
/** A shell variable is no secret. */
const bearer = /(\bBearer\s+)(?!\$)[^\s"',<]{8,}/gi;

/**
 * Knows every secret of a run and keeps it out of what is recorded.
 * A secret is replaced wherever it stands, also percent-encoded or escaped as JSON; and what looks
 * like a secret by its place (a member `access_token`, a bearer header) is replaced unknown.
 */
export class Redactor {
  #forms: readonly string[] = [];

  /** Remembers a secret. Anything shorter than four characters would blot out half of a report. */
  learn(secret: string | undefined): void {
    if (secret === undefined || secret.length < 4) return;
    const escaped = JSON.stringify(secret).slice(1, -1);
    const forms = [secret, escaped, encodeURIComponent(secret.toWellFormed())];
    // The longest first: a secret may hold another one.
    this.#forms = [...new Set([...this.#forms, ...forms])].sort((a, b) => b.length - a.length);
  }

  /** The text without any secret. */
  clean(text: string): string {
    let cleaned = text;
    for (const form of this.#forms) {
      if (cleaned.includes(form)) cleaned = cleaned.replaceAll(form, mask);
    }
    return cleaned
      .replace(secretMembers, `$1"${mask}"`)
      .replace(secretParameters, `$1${mask}`)
      .replace(bearer, `$1${mask}`);
  }
}
