import type { ReceivedResponse } from './received-response.ts';

/** A request without its body. */
export interface SentHead extends Pick<ReceivedResponse, 'headers'> {
  /** The path parameters by name, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** The query as it was sent: names may come twice. */
  readonly query: URLSearchParams;
}

/** A request as the validators look at it. */
export interface SentRequest extends Omit<ReceivedResponse, 'status'>, SentHead {}
