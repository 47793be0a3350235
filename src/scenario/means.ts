/** What not everybody has, and some scenarios need: those are unsupported without it. */
export interface Means {
  /** The access token of an administrator of the homeserver. */
  readonly adminToken?: string;
  /** The `as_token` of an application service, and the localpart prefix of its namespace. */
  readonly applicationService?: { readonly token: string; readonly prefix: string };
}
