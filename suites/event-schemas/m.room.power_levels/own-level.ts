import { entry, put } from '../../entry.ts';
import { ranked, roomWithLevels } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';
const body = { by: 'who may' };

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
    // What others have by default is not compared where they are added.
    const added = { [bob.id]: 50, [`@stranger:${alice.serverName}`]: 0 };
    await bob.setsState(room.entry, room.content({ ...levels, users: added }));
  },
});
