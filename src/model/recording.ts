import type { Exchange } from './exchange.ts';

/** A user that a scenario was lent. Neither token nor password is ever kept. */
export interface LentUser {
  /** `lent` with others, to be given back; or one more login, to be lost: `login`. */
  readonly as: 'lent' | 'login';
  /** `@localpart:server.name`. */
  readonly userId: string;
  readonly deviceId?: string;
  /** Whether a password was known. */
  readonly hasPassword: boolean;
  /** Whether it was a user of an application service, asserted with `?user_id=`. */
  readonly isAsserted: boolean;
}

/** One time that a scenario asked again and again, until something was to be seen. */
export interface Wait {
  /** How often it asked. */
  readonly asked: number;
  /** Whether its time was over before it saw what it waited for. */
  readonly isOver: boolean;
}

/**
 * What one try of a scenario was told besides its exchanges. With it the same story can be told
 * again without a homeserver.
 */
export interface Recording {
  /** What all names and keys were made of that the try made up. */
  readonly seed: string;
  /** In the order in which they were lent. */
  readonly users: readonly LentUser[];
  /** What was said to get at users, or to end them: no part of the scenario. */
  readonly asides: readonly Exchange[];
  /**
   * For each exchange of the try its place in the order of asking, from 0: exchanges stand in the
   * order in which they ended.
   */
  readonly order: readonly number[];
  /** In the order in which they began. */
  readonly waits: readonly Wait[];
}
