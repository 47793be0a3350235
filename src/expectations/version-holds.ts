import { createRequire } from 'node:module';

// Loaded when a version is first asked for: most runs expect nothing of one.
const require = createRequire(import.meta.url);
const semver = (): typeof import('semver') => require('semver');

/** Whether an entry holds for a server; `unknown` where the server does not say its version. */
export type Holds = 'yes' | 'no' | 'unknown';

/** Whether a text is a range of versions: `>=1.100 <1.170`. */
export function isVersionRange(text: string): boolean {
  return text.trim() !== '' && semver().validRange(text) !== null;
}

/**
 * Whether a server is of a range of versions. A release candidate counts as before its release.
 * @param software what the server calls itself: `Synapse 1.163.2`.
 */
export function versionHolds(range: string | undefined, software: string): Holds {
  if (range === undefined) return 'yes';
  const version = versionOf(software);
  if (version === undefined) return 'unknown';
  return semver().satisfies(version, range, { includePrerelease: true }) ? 'yes' : 'no';
}

/** The first word that begins like a version: names of servers may hold digits, too. */
function versionOf(software: string): string | undefined {
  const [, text] = /(?:^|\s)v?(\d\S*)/.exec(software) ?? [];
  // Python joins its release candidates without a hyphen: 1.164.0rc1.
  const joined = text?.replace(/^(\d+\.\d+\.\d+)(?=(?:a|b|rc|dev)\d)/, '$1-');
  return semver().coerce(joined, { includePrerelease: true })?.version;
}
