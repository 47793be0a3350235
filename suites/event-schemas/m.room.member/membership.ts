import { isRecord, memberOf } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import type { Entry } from '../../../src/scenario/entry.ts';
import type { User } from '../../../src/scenario/user.ts';

/** The state entry of a user's membership. */
export function memberEntry(roomId: string, { id }: { readonly id: string }): Entry {
  return { roomId, eventType: 'm.room.member', stateKey: id };
}

/** The arguments of a PUT that brings a user's membership to something. */
export function membership(
  roomId: string,
  of: { readonly id: string },
  to: unknown,
  more: Readonly<Record<string, unknown>> = {},
) {
  return { ...memberEntry(roomId, of), body: { membership: to, ...more } };
}

/** Power levels that let every member of a room invite, as not every homeserver does unasked. */
export const anyoneInvites = { powerLevels: { invite: 0 } };

/** A room that may be joined by whom these rules let in. */
export function joinRule(rule: string, more: Readonly<Record<string, unknown>> = {}) {
  const content = { join_rule: rule, ...more };
  return { initial_state: [{ type: 'm.room.join_rules', state_key: '', content }] };
}

/** What a room's list of members says of a user: their event, and the membership in its content. */
export async function memberEvent(
  { eventually }: Pick<Context, 'eventually'>,
  by: User,
  of: User,
  roomId: string,
  expected: string,
): Promise<unknown> {
  let last: unknown;
  await eventually(async () => {
    const chunk = memberOf(await by.call('getMembersByRoom', { roomId }), 'chunk');
    const events = Array.isArray(chunk) ? chunk.filter(isRecord) : [];
    const event = events.find(({ state_key }) => state_key === of.id);
    const membership = isRecord(event?.content) ? event.content.membership : undefined;
    last = event && { ...event, membership };
    return membership === expected ? true : undefined;
  });
  return last;
}

/** The section of a user's sync that a room stands in, once it is one of those expected. */
export async function syncSection(
  { eventually }: Pick<Context, 'eventually'>,
  by: User,
  roomId: string,
  ...expected: readonly (string | undefined)[]
): Promise<{ readonly section: string | undefined; readonly room: unknown }> {
  const filter = JSON.stringify({ room: { rooms: [roomId] } });
  let last: { section: string | undefined; room: unknown } = {
    section: undefined,
    room: undefined,
  };
  await eventually(async () => {
    const rooms = memberOf(await by.call('sync', { filter, timeout: 0 }), 'rooms');
    const found = Object.entries(isRecord(rooms) ? rooms : {}).find(
      ([, section]) => isRecord(section) && Object.hasOwn(section, roomId),
    );
    const section = found?.[1];
    last = { section: found?.[0], room: isRecord(section) ? section[roomId] : undefined };
    return expected.includes(last.section) ? true : undefined;
  });
  return last;
}
