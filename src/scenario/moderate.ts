import { isRecord, memberOf } from '../client/answer.ts';
import { percentEncode } from '../client/percent-encode.ts';
import type { Asker } from './asker.ts';
import { refusalText } from './refusal.ts';
import type { Stage } from './stage.ts';
import { unsupported } from './stop-scenario.ts';

/** What an administrator makes of an account. */
export type Moderation = { readonly locked: boolean } | { readonly suspended: boolean };

/** What the specification names `m.account_moderation` can do. */
export type ModerationKind = 'lock' | 'suspend';

/**
 * Locks or suspends an account, or undoes it: by the specification's endpoint where the homeserver
 * offers it, else by that which Synapse had before there was one.
 * Client-Server API, "Account locking" and "Account suspension".
 * @throws StopScenario where the homeserver has neither.
 */
export async function moderate(
  stage: Stage,
  administrator: Asker,
  userId: string,
  moderation: Moderation,
): Promise<void> {
  const isLock = 'locked' in moderation;
  const kind = isLock ? 'lock' : 'suspend';
  if (await canModerate(administrator, kind)) {
    const operationId = isLock ? 'setAdminLockUser' : 'setAdminSuspendUser';
    await administrator.call(operationId, { userId, body: moderation });
    return;
  }
  const id = percentEncode(userId);
  const answer = isLock
    ? await raw(stage, administrator, `/_synapse/admin/v2/users/${id}`, moderation)
    : await raw(stage, administrator, `/_synapse/admin/v1/suspend/${id}`, {
        suspend: moderation.suspended,
      });
  if (answer.status >= 200 && answer.status < 300) return;
  const said = refusalText(stage.redactor, answer);
  throw unsupported(`the homeserver offers no way to ${kind} an account (${said})`);
}

function raw({ authLine }: Stage, { account }: Asker, path: string, body: object) {
  return authLine.raw('PUT', path, body, account);
}

/** Whether `/capabilities` offers an administrator to lock, or to suspend, accounts. */
export async function canModerate(administrator: Asker, kind: ModerationKind): Promise<boolean> {
  const answer = await administrator.call('getCapabilities');
  const capabilities = memberOf(answer, 'capabilities');
  const offered = isRecord(capabilities) ? capabilities['m.account_moderation'] : undefined;
  return isRecord(offered) && offered[kind] === true;
}
