import type { JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';

/** What a user keeps under a type, for all of their devices. */
export interface AccountData {
  readonly content: JsonObject;
  /** When it was set, among all events of the homeserver. */
  readonly position: number;
}

/** The account data of a user that was set after a position, as a sync tells it. */
export function accountDataSince(
  homeserver: Homeserver,
  userId: string,
  since: number,
): readonly JsonObject[] {
  return [...(homeserver.accountData.get(userId) ?? [])]
    .filter(([, { position }]) => position > since)
    .map(([type, { content }]) => ({ type, content }));
}
