import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { draftOf } from './draft-of.ts';
import type { Case } from './permit.ts';

/** Refuses PUTs of memberships of some kind, whatever the rules say of them. */
export function forbid(homeserver: Homeserver, isForbidden: Case): void {
  changeCall(homeserver, 'setRoomStateWithKey', (call) => {
    const put = draftOf(homeserver, call);
    if (put !== undefined && isForbidden(put.event, put.room)) {
      throw new MatrixError(403, 'M_FORBIDDEN', 'Not through this endpoint');
    }
    return {};
  });
}
