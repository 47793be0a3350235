import type { Homeserver } from '../homeserver.ts';
import type { Call, Reply } from './call.ts';

/** What an operation does with a call. Throws MatrixError to refuse. */
export type Handler = (call: Call, homeserver: Homeserver) => Reply | Promise<Reply>;

/** One operation of the specification: where it is, what it needs, what it does. */
export interface Route {
  readonly operationId: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Whole paths with `{parameters}`; more than one where a part may be left out. */
  readonly paths: readonly string[];
  /** Whether an access token is asked for. */
  readonly access: 'token' | 'open';
  /** `optional` takes an empty body for `{}`. */
  readonly body: 'none' | 'optional' | 'required';
  /** Replaceable: this is where most faults are put. */
  handle: Handler;
}

/** The prefix of the client-server API. */
export const clientApi = '/_matrix/client/v3';
