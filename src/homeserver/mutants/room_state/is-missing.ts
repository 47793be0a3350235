import { isAlias } from '../../aliases/alias-checks.ts';
import type { Homeserver } from '../../homeserver.ts';

/** Whether an alias is well-formed and not in the directory. */
export function isMissing({ aliases, aliasChecks }: Homeserver, alias: string): boolean {
  return isAlias(aliasChecks, alias) && !aliases.has(alias);
}
