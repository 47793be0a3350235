import type { Context } from '../../../src/scenario/context.ts';
import type { User } from '../../../src/scenario/user.ts';
import { memberEntry, memberEvent } from './membership.ts';

/** A membership that was put, and who looks at it. */
interface Shown {
  readonly of: User;
  readonly sender: User;
  readonly seenBy: User;
  readonly content: { readonly membership: string };
  readonly event_id?: string;
}

/** The membership stands in the room’s state, and in its list of members under whom it is of. */
export async function showsMembership(
  context: Context,
  roomId: string,
  { of, sender, seenBy, content, event_id }: Shown,
): Promise<void> {
  const { check, checkState } = context;
  checkState('the membership', await seenBy.seesState(memberEntry(roomId, of))).has(content);
  const listed = await memberEvent(context, seenBy, of, roomId, content.membership);
  check(`${of.name} in the list of members`, listed).has({
    sender: sender.id,
    state_key: of.id,
    membership: content.membership,
    ...(event_id === undefined ? {} : { event_id }),
  });
}
