import { mask } from '../client/redactor.ts';
import { secretNames } from './redact-json.ts';

/** In lower case. `code` is much else where it is no parameter: OAuth's opens an account. */
const names: ReadonlySet<string> = new Set(
  [...secretNames, 'code'].map((name) => name.toLowerCase()),
);

/**
 * What a parameter begins with: in a query, in a fragment, where OAuth may put its code, and also in
 * those of an address that stands, encoded any number of times, in another one.
 */
const beginning = /[?&;#]|%(?:25)*(?:2[36]|3[BbFf])|\\u0026/;
const opening = new RegExp(
  `(?:^|${beginning.source})((?:(?!${beginning.source})[^\\s"'=]){1,100}?)(?:=|%(?:25)*3[Dd])`,
  'g',
);
const value = /[^&\s"'#;]*/y;

/** Nobody encodes it more often. */
const mostEncodings = 3;

/**
 * A query, a form or a location without the values of secret parameters, however their names are
 * spelled.
 * @param learn is told each of them, decoded
 */
export function redactParameters(text: string, learn: (secret: string) => void): string {
  let redacted = '';
  let from = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    if (!isSecret(found[1] ?? '')) continue;
    const start = opening.lastIndex;
    value.lastIndex = start;
    const [said = ''] = value.exec(text) ?? [];
    for (const secret of new Set([decoded(said, 1), decoded(said)])) learn(secret);
    redacted += text.slice(from, start) + mask;
    from = start + said.length;
    opening.lastIndex = from;
  }
  return redacted + text.slice(from);
}

function isSecret(name: string): boolean {
  return names.has(decoded(name).toLowerCase());
}

function decoded(text: string, most = mostEncodings): string {
  let known = text;
  for (let times = 0; times < most && known.includes('%'); times += 1) {
    try {
      known = decodeURIComponent(known);
    } catch {
      return known;
    }
  }
  return known;
}
