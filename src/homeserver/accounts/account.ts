/** A registered user. */
export interface Account {
  readonly userId: string;
  /** Undefined for who does not log in with one: guests, and users of an application service. */
  readonly password: string | undefined;
  readonly isAdministrator?: boolean;
  readonly isGuest?: boolean;
  /** Whether an administrator keeps the user from doing anything for now. */
  readonly isLocked?: boolean;
  /** The same, but the user may still read. */
  readonly isSuspended?: boolean;
  /** Whether the account was given up, for ever. */
  readonly isDeactivated?: boolean;
}

/** What an access token stands for. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  /** Application services have none. */
  readonly deviceId: string | undefined;
  readonly isApplicationService: boolean;
}
