/** The room versions whose rules this homeserver knows. */
export const roomVersions = ['10', '11', '12'] as const;

export type RoomVersion = (typeof roomVersions)[number];

/** The version of a room that is created without naming one. */
export const defaultRoomVersion: RoomVersion = '12';

/** The room version of that name, if this homeserver knows it. */
export function knownRoomVersion(name: unknown): RoomVersion | undefined {
  return roomVersions.find((version) => version === name);
}

/**
 * Since version 12 the creators of a room have an infinite power level and cannot be named in
 * `m.room.power_levels`, and a room id is the hash of the create event (rooms/v12).
 */
export function hasCreators(version: RoomVersion): boolean {
  return version === '12';
}
