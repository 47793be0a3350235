/** Types of the specification that a homeserver may think are its own to set. */
export const guardedTypes = [
  'm.policy.rule.user',
  'm.policy.rule.server',
  'm.policy.rule.room',
  'm.space.child',
  'm.space.parent',
  'm.room.pinned_events',
  'm.room.guest_access',
  'm.room.server_acl',
  'm.room.policy',
  'm.room.encryption',
  'm.room.history_visibility',
  'm.room.join_rules',
  'm.room.tombstone',
];
