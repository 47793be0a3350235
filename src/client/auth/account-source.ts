import type { Account } from '../account.ts';
import type { Answer } from '../answer.ts';
import type { MadeUp } from '../made-up.ts';
import type { Arguments } from '../prepare-request.ts';
import type { Redactor } from '../redactor.ts';

/** What a way of getting accounts needs of the homeserver. */
export interface AuthLine {
  readonly redactor: Redactor;
  readonly madeUp: MadeUp;
  /** Calls an operation. @throws TransportError where no answer came. */
  call(operationId: string, args: Arguments, account?: Account): Promise<Answer>;
  /** A request that no document describes. @throws TransportError where no answer came. */
  raw(method: string, path: string, body?: unknown, account?: Account): Promise<Answer>;
}

/** One way to get logged-in users. */
export interface AccountSource {
  /** For people: `open registration`. */
  readonly name: string;
  /** How many users there are at the most; none where there is no bound. */
  readonly limit?: number;
  /** A user that was not handed out before. @throws AccountError, TransportError. */
  next(line: AuthLine): Promise<Account>;
  /** One more login of a user of its own, to be logged out again; none where there is no way. */
  disposable?(line: AuthLine): Promise<Account>;
}
