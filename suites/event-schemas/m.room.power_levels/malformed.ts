import { rejected } from '../../../src/scenario/refusal.ts';
import { put } from '../../entry.ts';
import { roomWithLevels, scalars } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';
const type = 'org.example.conformance';

/** What is no integer: one for each of the scalars. */
const noIntegers = [null, true, [50], {}, 50.5, 'fifty', ''];

/** What is no list of levels, whatever its name. */
const noLists = ['levels', [], 50, true, [50], null];

function turned<Item>(items: readonly Item[], by: number): readonly Item[] {
  return items.map((_, index) => items[(index + Math.floor(by)) % items.length] as Item);
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
      for (const [index, name] of scalars.entries()) {
        // A string for each in version 10, and for every second one after that.
        const isText = version === '10' || (index + Number(version)) % 2 === 0;
        const bad = isText ? '50' : noIntegers[index];
        await alice.cannot(put, room.put({ [name]: bad }), rejected, {
          unlike: { args: room.put({ [name]: index + 40 }) },
        });
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
        // The one that is bad is the last, and then the first.
        const values = ['50', ...odd.slice(0, 1)].map((bad, at) =>
          at === 0 ? { room: 50, [type]: bad } : { [type]: bad, room: 50 },
        );
        for (const bad of [
          ...values,
          ...turned(noLists, Number(version) * 2 + index * 3).slice(0, 2),
        ]) {
          await alice.cannot(put, room.put({ [list]: bad }), rejected, { unlike });
        }
      }
    });
  },
});

const badKeys = ['bob', '#bob:example.org', 'bob:example.org', '@bob', ''];

/** User ids of other homeservers, and one that is historical. */
const goodKeys = [
  '@bob:example.org:8448',
  '@bob:[2001:db8::1]',
  '@1.b-o=b_/+:192.0.2.1',
  '@Bob:example.org',
];

/** What neither an integer is, nor a string that holds one. */
const noLevels = ['fifty', null, [50], {}, true, ''];

roomPowerLevels.must('the-keys-of-users-are-user-ids-in-every-version', {
  title: 'In every room version, users with a key that is no user id are refused',
  section: 'rooms/v1/#authorization-rules',
  rows: ['G3'],
  async run({ users, eachRoomVersion }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({}, async (version) => {
      const room = await roomWithLevels(alice, {}, { version });
      const [other = ''] = turned(goodKeys, Number(version));
      const good = { [bob.id]: 50, [other]: 50 };
      const [key = ''] = turned(badKeys, Number(version));
      const bad = Number(version) % 2 === 0 ? { ...good, [key]: 50 } : { [key]: 50, ...good };
      await alice.cannot(put, room.put({ users: bad }), rejected, {
        unlike: { args: room.put({ users: good }) },
      });
    });
  },
});

roomPowerLevels.must('users-are-an-object-of-levels-in-every-version', {
  title: 'In every room version, users that are no object, or hold what is no level, are refused',
  section: 'rooms/v1/#authorization-rules',
  rows: ['G2', 'G3'],
  async run({ users, eachRoomVersion }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({}, async (version) => {
      const room = await roomWithLevels(alice, {}, { version });
      const turn = Number(version);
      const good = room.put({ users: { [bob.id]: turn } });
      const isOdd = turn % 2 === 1;
      const [list] = turned(noLists, (turn - 1) / 2);
      const [level] = turned(noLevels, turn / 2);
      const strict = turn < 10 ? [] : ['50', 50.5];
      for (const bad of [...(isOdd ? [] : [level]), ...strict]) {
        const more = isOdd ? {} : { [`@more:${alice.serverName}`]: 50 };
        await alice.cannot(put, room.put({ users: { [bob.id]: bad, ...more } }), rejected, {
          unlike: { args: good },
        });
      }
      const listed = { ...good, body: { users: list } };
      if (isOdd) await alice.cannot(put, listed, rejected, { unlike: { args: good } });
    });
  },
});
