import { isRecord } from '../../../src/scenario/answer.ts';
import { entry, put } from '../../entry.ts';
import { levelsOf, scalars } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

/** What in a content breaks its event schema (event-schemas/schema/m.room.power_levels.yaml). */
function schemaFaults(content: unknown): readonly string[] {
  if (!isRecord(content)) return ['the content is no object'];
  const odd = scalars.filter((name) => name in content && !Number.isInteger(content[name]));
  const lists = ['events', 'notifications', 'users'].flatMap((name) => {
    const list = content[name];
    if (list === undefined) return [];
    if (!isRecord(list)) return [name];
    return Object.entries(list).flatMap(([key, level]) =>
      Number.isInteger(level) && (name !== 'users' || /^@.*:/.test(key)) ? [] : [`${name}.${key}`],
    );
  });
  return [...odd, ...lists];
}

const presets = ['private_chat', 'public_chat', 'trusted_private_chat'] as const;

roomPowerLevels.must('the-levels-of-a-new-room-are-valid', {
  title:
    'A new room of any version has well-formed power levels, by which its creator alone sets state',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['G21', 'G16'],
  operations: ['createRoom'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({}, async (version) => {
      const roomId = await alice.createsRoom({ version, joinedBy: [bob] });
      const content = await alice.seesState(levelsOf(roomId));
      checkState('what is no valid level', schemaFaults(content)).equals([]);
      const named = isRecord(content) && isRecord(content.users) ? content.users : {};
      const isNamed = Object.hasOwn(named, alice.id);
      checkState('that the creator is named', isNamed).equals(Number(version) < 12);
      const args = { ...entry(roomId), body: { version } };
      await bob.cannot(put, args, 'M_FORBIDDEN', { unlike: alice });
    });
  },
});

roomPowerLevels.must('a-tombstone-takes-more-than-other-state-from-version-12', {
  title: 'From room version 12, a new room names a level for m.room.tombstone above state_default',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['G19'],
  operations: ['createRoom'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ from: 12 }, async (version) => {
      for (const preset of presets) {
        const roomId = await alice.createsRoom({ version, body: { preset } });
        const content = await alice.seesState(levelsOf(roomId));
        const { events, state_default: ordinary = 50 } = isRecord(content) ? content : {};
        const level = isRecord(events) ? events['m.room.tombstone'] : undefined;
        const isHigher = Number.isInteger(level) && Number(level) > Number(ordinary);
        checkState(`that ${String(level)} is above ${String(ordinary)}`, isHigher).equals(true);
      }
    });
  },
});

roomPowerLevels.must('the-levels-of-a-new-room-can-be-overridden', {
  title: 'Members of power_level_content_override replace those of the first power levels',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['G19', 'G21'],
  operations: ['createRoom'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 10 }, async (version) => {
      const events = { 'm.room.tombstone': 71, 'm.room.power_levels': 72, 'm.room.topic': 1 };
      const creator = Number(version) < 12 ? { [alice.id]: 100 } : {};
      const powerLevels = { events, state_default: 33, users: { ...creator, [bob.id]: 32 } };
      const roomId = await alice.createsRoom({ version, joinedBy: [bob], powerLevels });
      const levels = await alice.seesState(levelsOf(roomId));
      checkState('the overridden levels', levels).has({
        state_default: 33,
        users: powerLevels.users,
      });
      const known = isRecord(levels) ? levels.events : undefined;
      checkState('the overridden events', known).has(events);
      const args = { ...entry(roomId), body: { version } };
      await bob.cannot(put, args, 'M_FORBIDDEN', { unlike: alice });
      await bob.setsState({ ...entry(roomId, ''), eventType: 'm.room.topic' }, { topic: version });
    });
  },
});

roomPowerLevels.must('a-new-room-has-no-malformed-levels-from-version-10', {
  title: 'From room version 10, no new room has power levels that could not be sent into it',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['G1', 'G2', 'G3', 'G16'],
  operations: ['createRoom'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 10 }, async (version) => {
      const isNamed = Number(version) < 12;
      const creator = isNamed ? { [alice.id]: 100 } : {};
      const overriding = (more: object) => ({
        preset: 'public_chat',
        room_version: version,
        power_level_content_override: more,
      });
      for (const bad of [
        { ban: '50' },
        { state_default: null },
        { notifications: { room: '50' } },
        { users: { ...creator, [bob.id]: '50' } },
        { users: { ...creator, bob: 50 } },
        ...(isNamed ? [] : [{ users: { [alice.id]: 100 } }]),
      ]) {
        const answer = await alice.asks('createRoom', { body: overriding(bad) });
        if (answer.status !== 200) continue;
        // It may be that the homeserver left out what is bad.
        const roomId = alice.takes(answer, 'room_id');
        const content = await alice.seesState(levelsOf(roomId));
        checkState('what is no valid level', schemaFaults(content)).equals([]);
        const named = isRecord(content) && isRecord(content.users) ? content.users : {};
        const isLikeIt = Object.hasOwn(named, alice.id) === isNamed;
        checkState('that the creator is named only where she may be', isLikeIt).equals(true);
      }
      const powerLevels = { ban: 50, users: { ...creator, [bob.id]: 50 } };
      const roomId = await alice.createsRoom({ version, powerLevels });
      const content = await alice.seesState(levelsOf(roomId));
      checkState('the levels', content).has(powerLevels);
    });
  },
});
