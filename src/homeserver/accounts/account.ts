/** A registered user. */
export interface Account {
  readonly userId: string;
  /** Undefined for users of an application service: nobody logs in as them with a password. */
  readonly password: string | undefined;
}

/** What an access token stands for. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  /** Application services have none. */
  readonly deviceId: string | undefined;
  readonly isApplicationService: boolean;
}
