import { isServerName } from './is-server-name.ts';

/** What is wrong with the syntax of an alias, in parts that can be replaced. */
export interface AliasChecks {
  hasHash(alias: string): boolean;
  hasServerName(alias: string): boolean;
  hasGoodServerName(alias: string): boolean;
  isShortEnough(alias: string): boolean;
  hasGoodLocalpart(alias: string): boolean;
}

/** The grammar of room aliases (appendices/#room-aliases). */
export function soundAliasChecks(): AliasChecks {
  return {
    hasHash: (alias) => alias.startsWith('#'),
    hasServerName: (alias) => alias.includes(':'),
    hasGoodServerName: (alias) => isServerName(alias.slice(colonOf(alias) + 1)),
    isShortEnough: (alias) => Buffer.byteLength(alias) <= 255,
    hasGoodLocalpart: (alias) => !alias.slice(0, colonOf(alias)).includes('\0'),
  };
}

/** Whether a value is a room alias, by these checks. */
export function isAlias(checks: AliasChecks, value: unknown): value is string {
  return (
    typeof value === 'string' &&
    checks.hasHash(value) &&
    checks.hasServerName(value) &&
    checks.hasGoodServerName(value) &&
    checks.isShortEnough(value) &&
    checks.hasGoodLocalpart(value)
  );
}

function colonOf(alias: string): number {
  const colon = alias.indexOf(':');
  return colon < 0 ? alias.length : colon;
}
