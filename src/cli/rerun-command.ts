import { shellWord } from '../model/shell-word.ts';

/** What decides how a scenario comes out, and whether a value follows it. */
const kept: Readonly<Record<string, 'value' | 'flag'>> = {
  target: 'value',
  spec: 'value',
  strict: 'flag',
  unsafe: 'flag',
  expectations: 'value',
  timeout: 'value',
  concurrency: 'value',
  'rate-limit-wait': 'value',
  config: 'value',
  accounts: 'value',
  'as-prefix': 'value',
  'registration-token-file': 'value',
  'shared-secret-file': 'value',
  'access-tokens-file': 'value',
  'passwords-file': 'value',
  'as-token-file': 'value',
  'admin-token-file': 'value',
};

/**
 * The command line that runs again what failed: with the options of the one that was given, as far
 * as they decide how a scenario comes out. What the environment or a file says stays there; a
 * secret is never on a command line.
 * @param argv a command line that was understood.
 */
export function rerunCommand(argv: readonly string[]): string {
  const words: string[] = [];
  for (let at = 0; at < argv.length && argv[at] !== '--'; at += 1) {
    const [, name = '', value] = /^--([\w-]+)(?:=(.*))?$/s.exec(argv[at] ?? '') ?? [];
    const kind = Object.hasOwn(kept, name) ? kept[name] : undefined;
    if (kind === undefined) continue;
    words.push(`--${name}`);
    if (kind === 'value') words.push(shellWord(value ?? argv[++at] ?? ''));
  }
  return ['npx matrix-conformance', ...words, '--only @failed'].join(' ');
}
