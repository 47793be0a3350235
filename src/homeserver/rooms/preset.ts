import type { JsonObject } from '../events/json.ts';
import { MatrixError } from '../http/matrix-error.ts';

const presets: Readonly<Record<string, readonly [join: string, guests: string]>> = {
  private_chat: ['invite', 'can_join'],
  trusted_private_chat: ['invite', 'can_join'],
  public_chat: ['public', 'forbidden'],
};

/**
 * The preset that a request names, or that follows from its `visibility`. Throws 400
 * M_INVALID_PARAM for one that does not exist.
 */
export function presetOf({ preset, visibility }: JsonObject): string {
  const name = preset ?? (visibility === 'public' ? 'public_chat' : 'private_chat');
  if (typeof name === 'string' && Object.hasOwn(presets, name)) return name;
  throw new MatrixError(400, 'M_INVALID_PARAM', 'There is no such preset');
}

/** The state events of a preset: type and content. */
export function presetState(name: string): readonly [type: string, content: JsonObject][] {
  const [joinRule, guests] = presets[name] ?? [];
  return [
    ['m.room.join_rules', { join_rule: joinRule }],
    ['m.room.history_visibility', { history_visibility: 'shared' }],
    ['m.room.guest_access', { guest_access: guests }],
  ];
}
