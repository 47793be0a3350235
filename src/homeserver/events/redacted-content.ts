import { isSince, type RoomVersion } from '../rooms/room-version.ts';
import { isObject, type JsonObject } from './json.ts';

const always: Readonly<Record<string, readonly string[]>> = {
  'm.room.member': ['membership'],
  'm.room.create': ['creator'],
  'm.room.join_rules': ['join_rule'],
  'm.room.power_levels': [
    'ban',
    'events',
    'events_default',
    'kick',
    'redact',
    'state_default',
    'users',
    'users_default',
  ],
  'm.room.history_visibility': ['history_visibility'],
};

/** What later versions keep besides, and `m.room.aliases`, which they keep no more (rooms/v6). */
function keptIn(type: string, version: RoomVersion): readonly string[] {
  const since = (first: number, name: string) => (isSince(version, first) ? [name] : []);
  switch (type) {
    case 'm.room.aliases':
      return isSince(version, 6) ? [] : ['aliases'];
    case 'm.room.join_rules':
      return since(8, 'allow');
    case 'm.room.member':
      return since(9, 'join_authorised_via_users_server');
    case 'm.room.power_levels':
      return since(11, 'invite');
    case 'm.room.redaction':
      return since(11, 'redacts');
    default:
      return [];
  }
}

/** What a redaction leaves of a content (rooms/v1, v6, v8, v9 and v11, "Redactions"). */
export function redactedContent(
  type: string,
  content: JsonObject,
  version: RoomVersion,
): JsonObject {
  const isNewer = isSince(version, 11);
  if (isNewer && type === 'm.room.create') return content;
  const kept = new Set([...(always[type] ?? []), ...keptIn(type, version)]);
  const left = Object.entries(content).filter(([name]) => kept.has(name));
  const invite = content.third_party_invite;
  if (isNewer && type === 'm.room.member' && isObject(invite) && invite.signed !== undefined) {
    left.push(['third_party_invite', { signed: invite.signed }]);
  }
  return Object.fromEntries(left);
}
