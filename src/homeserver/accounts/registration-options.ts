/** How accounts come to be on a reference homeserver. */
export interface RegistrationOptions {
  /** Whether anyone may register with `m.login.dummy`; true when left out. */
  readonly open?: boolean;
  /** A registration token: registering then takes `m.login.registration_token` as well. */
  readonly token?: string;
  /** The key of the shared-secret registration, which is off without it. */
  readonly sharedSecret?: string;
  readonly applicationService?: ApplicationService;
  /** One administrator, who is logged in from the start. */
  readonly administrator?: Administrator;
  /** Whether there are guests; false when left out. */
  readonly guests?: boolean;
}

/** The registration of one application service (application-service-api/#registration). */
export interface ApplicationService {
  /** Its `as_token`. */
  readonly token: string;
  readonly senderLocalpart: string;
  /** What the localparts of its users start with; empty, and so everybody, when left out. */
  readonly localpartPrefix?: string;
}

/** An administrator of the homeserver. */
export interface Administrator {
  readonly token: string;
  readonly localpart: string;
}
