import type { Attempt } from '../../../src/scenario/observe.ts';
import { put } from '../../entry.ts';
import { levelsOf, roomWithLevels } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

roomPowerLevels.observes('odd-power-levels-are-answered-in-good-order', {
  title: 'Power levels with unknown members, or under a state key, are answered in good order',
  rows: ['G14', 'G15'],
  async run({ users, note }) {
    const { alice, bob } = await users('alice', 'bob');
    const ordinary = await alice.createsRoom();
    const room = await roomWithLevels(alice, {}, { joinedBy: [bob] });
    const keyed = { ...room.entry, stateKey: 'key' };
    await alice.tries(ordinary, {
      'an unknown member of levels': [put, room.put({ 'org.example.unknown': 7 })],
      'an unknown member that is an object': [put, room.put({ 'org.example.unknown': { a: [] } })],
      'a level of historical': [put, room.put({ historical: 100 })],
      'power levels under a state key': [put, { ...keyed, body: room.content({ ban: 10 }) }],
      'power levels under a state key that raise bob': [
        put,
        { ...keyed, body: room.content({ users: { [bob.id]: 100 } }) },
      ],
      'malformed power levels under a state key': [put, { ...keyed, body: { users: [] } }],
      'power levels without users': [put, { ...levelsOf(room.roomId), body: {} }],
    });
    const levels = await alice.reads(room.entry);
    note(`after all of them GET of the levels is answered with ${levels.status}`);
  },
});

roomPowerLevels.observes('malformed-levels-before-version-10-are-answered-in-good-order', {
  title: 'Before room version 10, levels that are no integers are answered in good order',
  rows: ['G1', 'G2'],
  async run({ users, eachRoomVersion }) {
    const { alice } = await users('alice');
    const attempts: Record<string, Attempt> = {};
    await eachRoomVersion({ to: 9 }, async (version) => {
      const room = await roomWithLevels(alice, {}, { version });
      const trying = (more: object): Attempt => [
        put,
        { ...room.entry, body: { ...room.content({}), ...more } },
      ];
      for (const [what, more] of [
        ['a level that is null', { ban: null }],
        ['a level that is a word', { kick: 'fifty' }],
        ['a level that is an object', { state_default: { level: 50 } }],
        ['events that are a list', { events: [] }],
        ['an event type whose level is a list', { events: { 'm.room.name': [50] } }],
        ['notifications that are a number', { notifications: 50 }],
      ] as const) {
        attempts[`${what}, in version ${version}`] = trying(more);
      }
    });
    await alice.tries(await alice.createsRoom(), attempts);
  },
});
