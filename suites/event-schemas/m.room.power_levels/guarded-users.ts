import { entry, put } from '../../entry.ts';
import { ranked, roomWithLevels } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';
const body = { by: 'who may' };

roomPowerLevels.must('nobody-is-raised-above-who-raises-them', {
  title: 'Who may set levels gives others, and themselves, levels up to their own',
  section,
  rows: ['G10', 'G11'],
  async run({ users, checkState }) {
    const { alice, bob, charlie } = await users('alice', 'bob', 'charlie');
    const base = ranked(bob);
    const room = await roomWithLevels(alice, base, { joinedBy: [bob, charlie] });
    const having = (more: Readonly<Record<string, unknown>>) =>
      room.put({ ...base, users: { ...base.users, ...more } });
    await charlie.cannot(put, { ...entry(room.roomId), body }, 'M_FORBIDDEN', { unlike: bob });
    // charlie is added; raised from below; raised once more.
    for (const [above, allowed] of [
      [51, 49],
      [100, 48],
      [51, 50],
    ]) {
      await bob.cannot(put, having({ [charlie.id]: above }), 'M_FORBIDDEN', {
        unlike: { args: having({ [charlie.id]: allowed }) },
      });
    }
    await charlie.setsState(entry(room.roomId), { by: 'charlie' });
    checkState('what charlie set', await alice.seesState(entry(room.roomId))).equals({
      by: 'charlie',
    });
    for (const above of [51, 100]) {
      const own = (level: number) => having({ [charlie.id]: 50, [bob.id]: level });
      await bob.cannot(put, own(above), 'M_FORBIDDEN', { unlike: { args: own(49) } });
      await alice.setsState(room.entry, own(50).body);
    }
  },
});

roomPowerLevels.must('an-equal-or-a-superior-keeps-their-level', {
  title: 'Nobody lowers, raises or takes away the level of another that is not below their own',
  section,
  rows: ['G9'],
  async run({ users, checkState }) {
    const { alice, bob, charlie } = await users('alice', 'bob', 'charlie');
    const base = ranked(bob);
    const room = await roomWithLevels(alice, base, { joinedBy: [bob, charlie] });
    const having = (level?: number) => {
      const more = level === undefined ? {} : { [charlie.id]: level };
      return room.put({ ...base, users: { ...base.users, ...more } });
    };
    for (const [rank, level] of [
      [50, 49],
      [50, undefined],
      [51, 50],
      [51, 52],
      [90, 0],
      [90, undefined],
    ] as const) {
      await alice.setsState(room.entry, having(rank).body);
      await bob.cannot(put, having(level), 'M_FORBIDDEN', { unlike: alice });
    }
    // Beside an equal who stays one, bob changes what else he may.
    await alice.setsState(room.entry, having(50).body);
    await bob.setsState(room.entry, { ...having(50).body, ban: 50 });
    await charlie.setsState(entry(room.roomId), { by: 'charlie' });
    checkState('what an equal set', await alice.seesState(entry(room.roomId))).equals({
      by: 'charlie',
    });
    // Who is below may be lowered, and taken away.
    await alice.setsState(room.entry, having(49).body);
    for (const level of [48, undefined]) {
      await bob.setsState(room.entry, having(level).body);
      const levels = await alice.seesState(room.entry);
      checkState('the levels, one of them lower', levels).equals(having(level).body);
    }
    await charlie.cannot(put, { ...entry(room.roomId, 'afterwards'), body }, 'M_FORBIDDEN', {
      unlike: bob,
    });
  },
});

roomPowerLevels.must('ones-own-level-can-be-lowered-and-not-raised-again', {
  title: 'A user may lower their own level or take it away, and cannot undo it',
  section,
  rows: ['G12'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const levels = { ...ranked(bob), events: { 'm.room.power_levels': 10 } };
    const room = await roomWithLevels(alice, levels, { joinedBy: [bob] });
    const having = (level?: number) => {
      const own = level === undefined ? {} : { [bob.id]: level };
      return room.put({ ...levels, users: own });
    };
    for (const [before, lower] of [
      [50, 49],
      [49, 10],
      [10, undefined],
    ] as const) {
      await bob.setsState(room.entry, having(lower).body);
      const known = await alice.seesState(room.entry);
      checkState('bob’s levels, lowered', known).equals(having(lower).body);
      await bob.cannot(put, having(before), 'M_FORBIDDEN', { unlike: alice });
      if (lower !== undefined) await bob.setsState(room.entry, having(lower).body);
    }
    await alice.setsState(room.entry, having().body);
    await bob.cannot(put, { ...entry(room.roomId), body }, 'M_FORBIDDEN', { unlike: alice });
  },
});

roomPowerLevels.must('the-default-level-of-users-counts-as-their-own', {
  title: 'Who is not among the users has users_default as the level that bounds what they set',
  section,
  rows: ['G6', 'G10', 'G11'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const levels = { users_default: 50, events: { 'm.room.power_levels': 50 } };
    const room = await roomWithLevels(alice, levels, { joinedBy: [bob] });
    await bob.cannot(put, room.put({ ...levels, ban: 51 }), 'M_FORBIDDEN', {
      unlike: { args: room.put({ ...levels, ban: 50 }) },
    });
    const own = (level: number) => room.put({ ...levels, users: { [bob.id]: level } });
    await bob.cannot(put, own(51), 'M_FORBIDDEN', { unlike: { args: own(50) } });
    await bob.setsState(room.entry, own(20).body);
    checkState('bob’s own entry', await alice.seesState(room.entry)).equals(own(20).body);
    await bob.cannot(put, own(50), 'M_FORBIDDEN', { unlike: alice });
  },
});
