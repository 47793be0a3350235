import type { Draft } from '../events/room-event.ts';
import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from '../http/matrix-error.ts';

/** Whether a user takes no invites at all (client-server-api/#minvite_permission_config). */
export function blocksInvites({ accountData }: Homeserver, userId: string): boolean {
  const config = accountData.get(userId)?.get('m.invite_permission_config');
  return config?.content.default_action === 'block';
}

/** Throws 403 M_INVITE_BLOCKED for an invite of a user who takes none. */
export function checkInvitePermission(homeserver: Homeserver, event: Draft): void {
  if (event.type !== 'm.room.member' || event.content.membership !== 'invite') return;
  if (!blocksInvites(homeserver, event.stateKey ?? '')) return;
  throw new MatrixError(403, 'M_INVITE_BLOCKED', 'The user takes no invites');
}
