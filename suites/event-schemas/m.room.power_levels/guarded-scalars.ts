import { put } from '../../entry.ts';
import { ranked, roomWithLevels, scalars } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

roomPowerLevels.must('nobody-sets-a-level-above-their-own', {
  title: 'ban, kick, invite, redact and the defaults are raised up to one’s own level, not above',
  section,
  rows: ['G6'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const base = ranked(bob);
    const room = await roomWithLevels(alice, base, { joinedBy: [bob] });
    for (const name of scalars) {
      // Added where there was none, then changed; the next one begins with its removal.
      for (const [above, allowed] of [
        [51, 50],
        [100, 49],
      ]) {
        await bob.cannot(put, room.put({ ...base, [name]: above }), 'M_FORBIDDEN', {
          unlike: { args: room.put({ ...base, [name]: allowed }) },
        });
      }
      const after = room.content({ ...base, [name]: 49 });
      checkState('the levels after bob’s', await alice.seesState(room.entry)).equals(after);
    }
  },
});

roomPowerLevels.must('nobody-changes-a-level-that-is-above-their-own', {
  title:
    'ban, kick, invite, redact and the defaults stay as they are where they are above one’s own level',
  section,
  rows: ['G7'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const base = ranked(bob);
    const all = (level: number) => Object.fromEntries(scalars.map((name) => [name, level]));
    let levels = { ...base, ...all(51) };
    const room = await roomWithLevels(alice, levels, { joinedBy: [bob] });
    // What stays as it is, is in the way of no other change.
    await bob.setsState(room.entry, room.content({ ...levels, notifications: { room: 50 } }));
    for (const name of scalars) {
      levels = { ...levels, [name]: 50 };
      await bob.cannot(put, room.put(levels), 'M_FORBIDDEN', { unlike: alice });
    }
    // What is just at one's own level may be changed, and taken away.
    await bob.setsState(room.entry, room.content({ ...base, ...all(49) }));
    await alice.setsState(room.entry, room.content({ ...base, ...all(50) }));
    await bob.setsState(room.entry, room.content(base));
    levels = { ...base, ...all(51) };
    await alice.setsState(room.entry, room.content(levels));
    for (const name of scalars) {
      const { [name]: _taken, ...rest } = levels;
      levels = { ...base, ...rest };
      await bob.cannot(put, room.put(levels), 'M_FORBIDDEN', { unlike: alice });
    }
  },
});
