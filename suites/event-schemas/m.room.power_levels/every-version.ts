import { eventType, put } from '../../entry.ts';
import { ranked, roomWithLevels } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

/** The room versions, in the groups that share their rules of levels. */
const eras = [
  { name: 'versions-1-and-2', words: 'versions 1 and 2', from: 1, to: 2 },
  { name: 'versions-3-to-5', words: 'versions 3 to 5', from: 3, to: 5 },
  { name: 'versions-6-and-7', words: 'versions 6 and 7', from: 6, to: 7 },
  { name: 'versions-8-and-9', words: 'versions 8 and 9', from: 8, to: 9 },
  { name: 'versions-10-to-12', words: 'versions 10 to 12', from: 10, to: 12 },
] as const;

for (const { name, words, from, to } of eras) {
  roomPowerLevels.must(`levels-are-guarded-in-${name}`, {
    title: `Who sets levels in rooms of ${words} is bounded by their own`,
    section: `rooms/v${from}/#authorization-rules`,
    rows: ['G6', 'G7', 'G8', 'G9', 'G10', 'G11', 'G12'],
    async run({ users, eachRoomVersion, checkState }) {
      const { alice, bob, charlie } = await users('alice', 'bob', 'charlie');
      await eachRoomVersion({ from, to }, async (version) => {
        const base = ranked(bob);
        const first = { ...base, kick: 51, users: { ...base.users, [charlie.id]: 50 } };
        const room = await roomWithLevels(alice, first, { version, joinedBy: [bob, charlie] });
        await bob.cannot(put, room.put({ ...first, kick: 50 }), 'M_FORBIDDEN', { unlike: alice });
        await bob.cannot(put, room.put({ ...base, kick: 50 }), 'M_FORBIDDEN', { unlike: alice });
        const scalar = (ban: number) => room.put({ ...base, ban });
        await bob.cannot(put, scalar(51), 'M_FORBIDDEN', { unlike: { args: scalar(50) } });
        const type = (level: number) =>
          room.put({ ...base, events: { ...base.events, [eventType]: level } });
        await bob.cannot(put, type(51), 'M_FORBIDDEN', { unlike: { args: type(50) } });
        const noted = (level: number) => room.put({ ...base, notifications: { room: level } });
        if (from >= 6) {
          await bob.cannot(put, noted(51), 'M_FORBIDDEN', { unlike: { args: noted(50) } });
        }
        await bob.setsState(room.entry, room.content(base));
        const own = (level: number) => room.put({ ...base, users: { [bob.id]: level } });
        await bob.cannot(put, own(51), 'M_FORBIDDEN', { unlike: { args: own(49) } });
        checkState('bob’s level', await alice.seesState(room.entry)).equals(own(49).body);
      });
    },
  });
}
