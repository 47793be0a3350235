import type { RegistrationOptions } from './accounts/registration-options.ts';
import type { RateLimit } from './http/rate-limiter.ts';
import type { Mutant } from './mutants/mutant.ts';

/** How a reference homeserver is set up. */
export interface HomeserverOptions {
  /** The server name in user ids and aliases; `reference.test` when left out. */
  readonly serverName?: string;
  readonly registration?: RegistrationOptions;
  /** No limit when left out. */
  readonly limits?: RateLimit;
  /** One deliberate fault. */
  readonly mutant?: Mutant;
}
