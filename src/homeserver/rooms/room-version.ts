/** How the levels in `m.room.power_levels` may be written. */
export type LevelForm = 'integers' | 'strings' | 'floats';

/** In what a room version differs from others, as far as a lone homeserver shows it. */
interface Differences {
  /** An opaque id and a domain, a hash in base64, or one in URL-safe base64 (rooms/v1, v3, v4). */
  readonly eventIds: 'domain' | 'base64' | 'base64url';
  /** Whether events have to be canonical JSON (rooms/v6/#canonical-json). */
  readonly isStrict: boolean;
  /** `floats` takes strings and integers too, and `strings` integers (rooms/v1, v6, v10). */
  readonly levels: LevelForm;
  /** Whether levels of notifications are held against the sender's (rooms/v6). */
  readonly guardsNotifications: boolean;
  /** Whether `m.room.aliases` has a rule of its own (rooms/v1 to v5, rule 4). */
  readonly hasAliasesRule: boolean;
  /** The join rules that it knows besides `public` and `invite` (rooms/v7, v8, v10). */
  readonly joinRules: readonly string[];
  /** Whether `m.room.create` names the creator (rooms/v1 to v10). */
  readonly namesCreator: boolean;
  /** Whether creators have an infinite power level, and room ids are hashes (rooms/v12). */
  readonly hasCreators: boolean;
}

const first: Differences = {
  eventIds: 'domain',
  isStrict: false,
  levels: 'floats',
  guardsNotifications: false,
  hasAliasesRule: true,
  joinRules: [],
  namesCreator: true,
  hasCreators: false,
};
const third: Differences = { ...first, eventIds: 'base64' };
const fourth: Differences = { ...third, eventIds: 'base64url' };
const sixth: Differences = {
  ...fourth,
  isStrict: true,
  levels: 'strings',
  guardsNotifications: true,
  hasAliasesRule: false,
};
const seventh: Differences = { ...sixth, joinRules: ['knock'] };
const eighth: Differences = { ...seventh, joinRules: ['knock', 'restricted'] };
const tenth: Differences = {
  ...eighth,
  levels: 'integers',
  joinRules: ['knock', 'restricted', 'knock_restricted'],
};
const eleventh: Differences = { ...tenth, namesCreator: false };

const differences = {
  1: first,
  2: first,
  3: third,
  4: fourth,
  5: fourth,
  6: sixth,
  7: seventh,
  8: eighth,
  9: eighth,
  10: tenth,
  11: eleventh,
  12: { ...eleventh, hasCreators: true },
} as const satisfies Record<number, Differences>;

export type RoomVersion = `${keyof typeof differences}`;

/** The room versions whose rules this homeserver knows, the oldest first. */
export const roomVersions = Object.keys(differences) as readonly RoomVersion[];

/** The version of a room that is created without naming one. */
export const defaultRoomVersion: RoomVersion = '12';

/** The room version of that name, if this homeserver knows it. */
export function knownRoomVersion(name: unknown): RoomVersion | undefined {
  return roomVersions.find((version) => version === name);
}

/** What a room version is like. */
export function rulesOf(version: RoomVersion): Differences {
  return differences[version];
}

/** Whether a room version is that one or a later one. */
export function isSince(version: RoomVersion, since: number): boolean {
  return Number(version) >= since;
}

/**
 * Since version 12 the creators of a room have an infinite power level and cannot be named in
 * `m.room.power_levels`, and a room id is the hash of the create event (rooms/v12).
 */
export function hasCreators(version: RoomVersion): boolean {
  return rulesOf(version).hasCreators;
}
