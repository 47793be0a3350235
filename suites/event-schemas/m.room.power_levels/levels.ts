import { isRecord } from '../../../src/scenario/answer.ts';
import type { Entry } from '../../../src/scenario/entry.ts';
import type { RoomOptions, User } from '../../../src/scenario/user.ts';

/** The levels that are a member of `m.room.power_levels` themselves. */
export const scalars = [
  'users_default',
  'events_default',
  'state_default',
  'ban',
  'redact',
  'kick',
  'invite',
] as const;

export const largest = Number.MAX_SAFE_INTEGER;

/** The content of an `m.room.power_levels`, as far as it names lists. */
export interface Levels {
  readonly users?: Readonly<Record<string, unknown>>;
  readonly events?: Readonly<Record<string, unknown>>;
  readonly notifications?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

/** The entry that holds the levels of a room. */
export function levelsOf(roomId: string): Entry {
  return { roomId, eventType: 'm.room.power_levels', stateKey: '' };
}

/** A room whose levels are written by hand. */
export interface LeveledRoom {
  readonly roomId: string;
  readonly entry: Entry;
  /** The same levels, and the creator's own where rooms of this version name their creator. */
  readonly content: (levels: Levels) => Levels;
  /** The arguments of a PUT of these levels. */
  readonly put: (levels: Levels) => Entry & { readonly body: Levels };
}

/** A room of alice's that has these levels, and no others: defaults stand for what is left out. */
export async function roomWithLevels(
  alice: User,
  levels: Levels,
  options: RoomOptions = {},
): Promise<LeveledRoom> {
  const roomId = await alice.createsRoom(options);
  const entry = levelsOf(roomId);
  const initial = await alice.seesState(entry);
  const users = isRecord(initial) && isRecord(initial.users) ? initial.users : {};
  const named = Object.hasOwn(users, alice.id) ? { [alice.id]: users[alice.id] } : {};
  const content = (some: Levels) => ({ ...some, users: { ...named, ...some.users } });
  await alice.setsState(entry, content(levels));
  const put = (some: Levels) => ({ ...entry, body: content(some) });
  return { roomId, entry, content, put };
}

/** Levels by which a user of the level 50 may set levels. */
export function ranked(user: User, level: unknown = 50): Levels {
  return { users: { [user.id]: level }, events: { 'm.room.power_levels': 50 } };
}
