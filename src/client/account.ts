/** A logged-in user of the homeserver under test. The secrets in it are never printed. */
export interface Account {
  /** `@localpart:server.name`, as the homeserver itself gave it. */
  readonly userId: string;
  readonly accessToken: string;
  readonly deviceId?: string;
  /** Known only where the checker chose it or the user gave it. */
  readonly password?: string;
  /** For an application service's users: sent as `?user_id=` with every request. */
  readonly masquerade?: boolean;
}

/** The server name of a user id: what follows its first colon. */
export function serverNameOf(userId: string): string {
  return userId.slice(userId.indexOf(':') + 1);
}
