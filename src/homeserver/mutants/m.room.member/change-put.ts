import type { JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { changeCall } from '../change-call.ts';
import { draftOf } from './draft-of.ts';
import type { Case } from './permit.ts';

/** Has the content of some memberships that are put misread. */
export function changePut(
  homeserver: Homeserver,
  isMisread: Case,
  change: (content: JsonObject) => JsonObject,
): void {
  changeCall(homeserver, 'setRoomStateWithKey', (call) => {
    const put = draftOf(homeserver, call);
    if (put === undefined || !isMisread(put.event, put.room)) return {};
    const body = change(call.body);
    return { body, text: JSON.stringify(body) };
  });
}

/** A content without one of its members. */
export function without(name: string): (content: JsonObject) => JsonObject {
  return ({ [name]: _, ...rest }) => rest;
}
