import type { JsonObject } from '../events/json.ts';

/**
 * A refusal with a standard error body (client-server-api/#standard-error-response).
 * Thrown anywhere below a route, it becomes the answer to the request.
 */
export class MatrixError extends Error {
  readonly status: number;
  readonly errcode: string;
  /** Members of the body besides `errcode` and `error`, such as `retry_after_ms`. */
  readonly more: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    errcode: string,
    message: string,
    more: JsonObject = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.errcode = errcode;
    this.more = more;
    this.headers = headers;
  }

  get body(): JsonObject {
    return { errcode: this.errcode, error: this.message, ...this.more };
  }
}
