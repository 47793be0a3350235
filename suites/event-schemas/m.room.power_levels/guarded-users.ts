import { rejected } from '../../../src/scenario/refusal.ts';
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
    // charlie is added; changed; and one change is right beside another, of somebody who is not there.
    for (const [above, allowed] of [
      [51, 49],
      [100, 48],
    ]) {
      await bob.cannot(put, having({ [charlie.id]: above }), 'M_FORBIDDEN', {
        unlike: { args: having({ [charlie.id]: allowed }) },
      });
    }
    const stranger = `@stranger:${alice.serverName}`;
    for (const [users, allowed] of [
      [
        { [charlie.id]: 47, [stranger]: 51 },
        { [charlie.id]: 47, [stranger]: 49 },
      ],
      [
        { [stranger]: 51, [charlie.id]: 46 },
        { [stranger]: 48, [charlie.id]: 46 },
      ],
      [{ [charlie.id]: 51 }, { [charlie.id]: 50 }],
    ] as const) {
      await bob.cannot(put, having(users), 'M_FORBIDDEN', { unlike: { args: having(allowed) } });
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
    // Beside a superior and an equal who stay so, bob changes what else he may.
    for (const [rank, ban] of [
      [90, 49],
      [50, 50],
    ]) {
      await alice.setsState(room.entry, having(rank).body);
      await bob.setsState(room.entry, { ...having(rank).body, ban });
    }
    // Nor are all of them taken away at once, whether the list is left out or empty.
    const { users: _, ...without } = base;
    await bob.cannot(put, { ...room.entry, body: without }, rejected, {
      unlike: { args: { body: { ...having(50).body, ban: 48 } } },
    });
    await bob.cannot(put, room.put({ ...base, users: {} }), 'M_FORBIDDEN', { unlike: alice });
    await alice.setsState(room.entry, having(50).body);
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
