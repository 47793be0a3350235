import type { ReceivedResponse } from './received-response.ts';

/** A request as the validators look at it. */
export interface SentRequest extends Omit<ReceivedResponse, 'status'> {
  /** The path parameters by name, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** The query as it was sent: names may come twice. */
  readonly query: URLSearchParams;
}
