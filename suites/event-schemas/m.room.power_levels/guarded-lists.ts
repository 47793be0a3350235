import type { User } from '../../../src/scenario/user.ts';
import { eventType, put } from '../../entry.ts';
import { type LeveledRoom, type Levels, ranked, roomWithLevels } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

/** bob, of the level 50, adds, changes and removes an entry of a list of levels. */
async function guardsEntries(
  alice: User,
  bob: User,
  room: LeveledRoom,
  list: string,
  name: string,
) {
  const base = ranked(bob);
  const having = (level?: number): Levels => {
    const known = list === 'events' ? base.events : {};
    return { ...base, [list]: { ...known, ...(level === undefined ? {} : { [name]: level }) } };
  };
  // Added, then changed, then taken away by who may.
  for (const [above, allowed] of [
    [51, 50],
    [100, 49],
  ]) {
    await bob.cannot(put, room.put(having(above)), 'M_FORBIDDEN', {
      unlike: { args: room.put(having(allowed)) },
    });
  }
  // Of two that change, each is looked at.
  const two = (first: number, second: number) =>
    room.put({
      ...base,
      [list]: { ...(having(first)[list] as object), [`${name}.other`]: second },
    });
  await bob.cannot(put, two(48, 51), 'M_FORBIDDEN', { unlike: { args: two(48, 49) } });
  await bob.cannot(put, two(51, 48), 'M_FORBIDDEN', { unlike: { args: two(47, 48) } });
  await bob.setsState(room.entry, room.content(having()));
  // Above one's own level: neither lowered, nor taken away, and in the way of no other change.
  for (const level of [50, undefined]) {
    await alice.setsState(room.entry, room.content(having(51)));
    if (level === 50) await bob.setsState(room.entry, room.content({ ...having(51), ban: 50 }));
    await bob.cannot(put, room.put(having(level)), 'M_FORBIDDEN', { unlike: alice });
  }
  // At one's own level: both.
  for (const level of [0, undefined]) {
    await alice.setsState(room.entry, room.content(having(50)));
    await bob.setsState(room.entry, room.content(having(level)));
  }
}

roomPowerLevels.must('levels-of-event-types-are-changed-up-to-ones-own', {
  title:
    'An entry of events that is, or would be, above one’s own level is not added, changed or removed',
  section,
  rows: ['G8'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const base = ranked(bob);
    const room = await roomWithLevels(alice, base, { joinedBy: [bob] });
    await guardsEntries(alice, bob, room, 'events', eventType);
    await alice.setsState(
      room.entry,
      room.content({ ...base, events: { ...base.events, [eventType]: 51 } }),
    );
    // The whole list goes, and with it what is above bob; then without it.
    await bob.cannot(put, room.put({ users: base.users ?? {} }), 'M_FORBIDDEN', { unlike: alice });
    await bob.setsState(room.entry, room.content(base));
    const own = (level: number) => room.put({ ...base, events: { 'm.room.power_levels': level } });
    await bob.cannot(put, own(51), 'M_FORBIDDEN', { unlike: { args: own(49) } });
  },
});

roomPowerLevels.must('levels-of-notifications-are-changed-up-to-ones-own', {
  title:
    'From room version 6, an entry of notifications above one’s own level is guarded like others',
  section: 'rooms/v6/#authorization-rules',
  rows: ['G8'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const base = ranked(bob);
    const room = await roomWithLevels(alice, base, { joinedBy: [bob] });
    await guardsEntries(alice, bob, room, 'notifications', 'room');
    await alice.setsState(room.entry, room.content({ ...base, notifications: { room: 51 } }));
    await bob.cannot(put, room.put(base), 'M_FORBIDDEN', { unlike: alice });
    const other = (level: number) => room.put({ ...base, notifications: { [eventType]: level } });
    await bob.cannot(put, other(51), 'M_FORBIDDEN', { unlike: { args: other(50) } });
  },
});

roomPowerLevels.must('levels-of-notifications-are-free-before-version-6', {
  title: 'Before room version 6, who may set levels may set any level of a notification',
  section: 'rooms/v1/#authorization-rules',
  rows: ['G8'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ to: 5 }, async (version) => {
      const base = ranked(bob);
      const room = await roomWithLevels(alice, base, { version, joinedBy: [bob] });
      for (const more of [
        { notifications: { room: 51 } },
        { notifications: { room: 100, [eventType]: 51 } },
        { notifications: { room: 50 } },
        {},
      ]) {
        const content = room.content({ ...base, ...more });
        await bob.setsState(room.entry, content);
        checkState('the levels', await alice.seesState(room.entry)).equals(content);
      }
    });
  },
});
