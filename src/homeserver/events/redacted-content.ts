import type { RoomVersion } from '../rooms/room-version.ts';
import { isObject, type JsonObject } from './json.ts';

const keptSinceVersion10: Readonly<Record<string, readonly string[]>> = {
  'm.room.member': ['membership', 'join_authorised_via_users_server'],
  'm.room.create': ['creator'],
  'm.room.join_rules': ['join_rule', 'allow'],
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

/** What a redaction leaves of a content (rooms/v10/#redactions, rooms/v11/#redactions). */
export function redactedContent(
  type: string,
  content: JsonObject,
  version: RoomVersion,
): JsonObject {
  const isNewer = version !== '10';
  if (isNewer && type === 'm.room.create') return content;
  const kept = new Set(keptSinceVersion10[type] ?? []);
  if (isNewer && type === 'm.room.power_levels') kept.add('invite');
  if (isNewer && type === 'm.room.redaction') kept.add('redacts');
  const left = Object.entries(content).filter(([name]) => kept.has(name));
  const invite = content.third_party_invite;
  if (isNewer && type === 'm.room.member' && isObject(invite) && invite.signed !== undefined) {
    left.push(['third_party_invite', { signed: invite.signed }]);
  }
  return Object.fromEntries(left);
}
