import { rejected } from '../../../src/scenario/refusal.ts';
import { put } from '../../entry.ts';
import { type Levels, roomWithLevels, scalars } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';
const type = 'org.example.conformance';

/** What is no integer; each room version starts elsewhere in the list. */
const noIntegers = [null, true, [50], {}, '', 50.5, 'fifty', [], { level: 50 }];

/** What is no list of levels, whatever its name. */
const noLists = ['levels', [], 50, true, [50], null];

function turned<Item>(items: readonly Item[], by: number): readonly Item[] {
  return items.map((_, index) => items[(index + by) % items.length] as Item);
}

roomPowerLevels.must('from-version-10-each-level-is-an-integer', {
  title:
    'From room version 10, ban, kick, invite, redact and the defaults are integers, or refused',
  section,
  rows: ['G1'],
  async run({ users, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ from: 10 }, async (version) => {
      const room = await roomWithLevels(alice, {}, { version });
      const odd = turned(noIntegers, Number(version));
      for (const [index, name] of scalars.entries()) {
        const unlike = { args: room.put({ [name]: index + 40 }) };
        for (const bad of ['50', odd[index]]) {
          await alice.cannot(put, room.put({ [name]: bad }), rejected, { unlike });
        }
      }
    });
  },
});

roomPowerLevels.must('from-version-10-events-and-notifications-hold-integers', {
  title: 'From room version 10, events and notifications are objects of integers, or refused',
  section,
  rows: ['G2'],
  async run({ users, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ from: 10 }, async (version) => {
      const room = await roomWithLevels(alice, {}, { version });
      for (const [index, list] of ['events', 'notifications'].entries()) {
        const unlike = { args: room.put({ [list]: { room: 50, [type]: Number(version) } }) };
        const odd = turned(noIntegers, Number(version) * 3 + index);
        const values = ['50', ...odd.slice(0, 3)].map((bad) => ({ room: 50, [type]: bad }));
        for (const bad of [...values, ...turned(noLists, Number(version) * 2).slice(0, 3)]) {
          await alice.cannot(put, room.put({ [list]: bad }), rejected, { unlike });
        }
      }
    });
  },
});

/** Content whose `users` is refused in every room version: with such an entry, or such a list. */
const badKeys = ['bob', '#bob:example.org', 'bob:example.org', '@bob', ''];
const badLevels = ['fifty', null, [50], {}, true, ''];

roomPowerLevels.must('users-hold-levels-by-user-id-in-every-version', {
  title: 'In every room version, users is an object of levels by user id, or refused',
  section: 'rooms/v1/#authorization-rules',
  rows: ['G2', 'G3'],
  async run({ users, eachRoomVersion }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({}, async (version) => {
      const room = await roomWithLevels(alice, {}, { version });
      const turn = Number(version);
      const [key = '', level, list] = [badKeys, badLevels, noLists].map(
        (odd: readonly unknown[]) => turned(odd, turn)[0],
      ) as [string, unknown, unknown];
      const good: Levels = { users: { [bob.id]: turn } };
      const strict = turn < 10 ? [] : [{ [bob.id]: '50' }, { [bob.id]: 50.5 }];
      for (const bad of [{ [bob.id]: 50, [key]: 50 }, { [bob.id]: level }, ...strict]) {
        await alice.cannot(put, room.put({ users: bad }), rejected, {
          unlike: { args: room.put(good) },
        });
      }
      const args = { ...room.entry, body: { users: list } };
      await alice.cannot(put, args, rejected, { unlike: { args: room.put(good) } });
    });
  },
});
