import type { Context } from '../../../src/scenario/context.ts';
import type { User } from '../../../src/scenario/user.ts';
import { put } from '../../entry.ts';
import type { LeveledRoom, Levels } from './levels.ts';

/** How an integer is written where a level is: as JSON text, which old rooms read as that integer. */
export type Spelling = (level: number) => string;

/** A room of an old version, and who is in it. */
export interface Scene extends Pick<Context, 'checkState' | 'note' | 'eventually'> {
  readonly alice: User;
  readonly bob: User;
  readonly charlie: User;
  readonly mallory: User;
  readonly room: LeveledRoom;
  readonly version: number;
  /** How a level is written that stands beside the one that is asked about. */
  readonly plain: Spelling;
}

/** How a level is written. */
type Form = (level: number) => unknown;

/** Levels of which some are spelt in some way, and those beside them plainly. */
export type Writing = (as: Form, beside: Form) => Levels;

/** The JSON text of levels, of which some are spelt. */
export function spelt({ room, plain }: Scene, levels: Writing, spell: Spelling): string {
  const marked = levels(
    (level) => `SPELT ${level}`,
    (level) => `PLAIN ${level}`,
  );
  return JSON.stringify(room.content(marked)).replaceAll(
    /"(SPELT|PLAIN) (-?\d+)"/g,
    (_, how: string, level: string) => (how === 'SPELT' ? spell : plain)(Number(level)),
  );
}

/**
 * Writes levels of which some are deprecated. A homeserver may refuse that: it "should take reasonable
 * precautions to prevent users from sending these" (rooms/v1/#deprecated-event-content-schemas).
 * Then the same levels as integers have to do.
 */
export async function writes(scene: Scene, levels: Writing, spell: Spelling): Promise<void> {
  const { alice, room, note } = scene;
  const body = room.content(levels(Number, Number));
  const rawBody = spelt(scene, levels, spell);
  const answer = await alice.asks(put, { ...room.entry, body }, { rawBody });
  note(`levels like ${spell(50)} are ${answer.status === 200 ? 'taken' : 'refused'}`);
  if (answer.status !== 200) await alice.setsState(room.entry, body);
}
