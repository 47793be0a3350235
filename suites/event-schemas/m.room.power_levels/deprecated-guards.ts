import { rejected } from '../../../src/scenario/refusal.ts';
import { eventType, put } from '../../entry.ts';
import { type Scene, type Spelling, spelt, type Writing, writes } from './deprecated-form.ts';
import { type Levels, ranked } from './levels.ts';

/** Levels as they are; what bob, of the level 50, may not make of them; what he may instead. */
interface Guard {
  readonly before: Writing;
  readonly after: Levels;
  /** Else alice may do what he may not. */
  readonly instead?: Levels;
}

function guards({ bob, charlie }: Scene): readonly Guard[] {
  const base = ranked(bob);
  const type = (level: unknown) => ({ ...base.events, [eventType]: level });
  const beside = (level: unknown) => ({ ...base.users, [charlie.id]: level });
  // 100 is less than 50 where texts are compared, and 9 more.
  return [
    { before: (as) => ({ ...base, kick: as(100) }), after: { ...base, kick: 50 } },
    { before: (as) => ({ ...base, events: type(as(100)) }), after: base },
    { before: (as) => ({ ...base, users: beside(as(50)) }), after: base },
    {
      before: (as) => ({ ...base, users: { [bob.id]: as(50) } }),
      after: { ...base, ban: 51 },
      instead: { ...base, ban: 50 },
    },
    {
      before: (as) => ({ ...base, users: beside(as(9)) }),
      after: { ...base, users: beside(51) },
      instead: { ...base, users: beside(8) },
    },
  ];
}

/** A deprecated level is guarded as the integer that it stands for; each version tries one. */
export async function levelsAreGuarded(scene: Scene, spell: Spelling): Promise<void> {
  const { alice, bob, room, version } = scene;
  const all = guards(scene);
  const guard = all[version % all.length];
  if (guard === undefined) return;
  await writes(scene, guard.before, spell);
  const { instead } = guard;
  const unlike = instead === undefined ? alice : { args: room.put(instead) };
  await bob.cannot(put, room.put(guard.after), 'M_FORBIDDEN', { unlike });
  if (version % 2 === 0) return;
  // It may be refused for its form, or for what it stands for.
  const base = ranked(bob);
  const rawBody = spelt(scene, (as) => ({ ...base, redact: as(100) }), spell);
  await bob.cannot(put, room.put({ ...base, redact: 49 }), rejected, {
    as: { rawBody },
    unlike: 'unvaried',
  });
}
