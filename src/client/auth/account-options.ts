import type { Credentials } from './password-login.ts';

/** The ways to get users, by the names that `--accounts` knows. */
export const accountWays = [
  'open',
  'token',
  'shared-secret',
  'given',
  'password',
  'application-service',
] as const;

export type AccountWay = (typeof accountWays)[number];

/** What the user gave for getting users, and for acting as more; all but the prefix are secrets. */
export interface AccountOptions {
  readonly way: AccountWay | 'auto';
  readonly registrationToken?: string;
  readonly sharedSecret?: string;
  readonly accessTokens?: readonly string[];
  readonly passwords?: readonly Credentials[];
  /** The access token of an administrator, for scenarios that need one; no way to get users. */
  readonly adminToken?: string;
  readonly applicationServiceToken?: string;
  /** The localpart prefix of the application service's namespace; empty where it has them all. */
  readonly applicationServicePrefix?: string;
}
