import type { Homeserver } from '../../homeserver.ts';
import { breakDown } from '../break-down.ts';
import { draftOf } from './draft-of.ts';
import type { Case } from './permit.ts';

/** Breaks down where some memberships are put. */
export function breakOn(homeserver: Homeserver, isTooMuch: Case): void {
  breakDown(homeserver, 'setRoomStateWithKey', (call) => {
    const put = draftOf(homeserver, call);
    return put !== undefined && isTooMuch(put.event, put.room);
  });
}
