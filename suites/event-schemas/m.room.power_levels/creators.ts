import { rejected } from '../../../src/scenario/refusal.ts';
import { entry, eventType, put } from '../../entry.ts';
import { largest, levelsOf } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

/** The documents pair no errcode with it. */
const forbidden = { status: 403 };

const section = 'rooms/v12/#authorization-rules';

roomPowerLevels.must('creators-are-not-among-the-users', {
  title: 'From room version 12, users that name the creator, or another one, are refused',
  section,
  rows: ['G16', 'G17'],
  async run({ users, eachRoomVersion }) {
    const { alice, bob, charlie } = await users('alice', 'bob', 'charlie');
    await eachRoomVersion({ from: 12 }, async (version) => {
      const creation_content = { additional_creators: [bob.id] };
      const body = { creation_content };
      const roomId = await alice.createsRoom({ version, joinedBy: [bob], body });
      const args = (named: object) => ({ ...levelsOf(roomId), body: { users: named } });
      const good = { args: args({ [charlie.id]: 50 }) };
      for (const creator of [alice, bob]) {
        for (const level of [100, 0, largest]) {
          for (const who of level === 0 ? [alice, bob] : [alice]) {
            const named = { [charlie.id]: 50, [creator.id]: level };
            await who.cannot(put, args(named), rejected, { unlike: good });
          }
        }
      }
    });
  },
});

roomPowerLevels.must('the-power-of-creators-has-no-end', {
  title: 'From room version 12, its creator and additional ones stand above every level of a room',
  section,
  rows: ['G18', 'G20'],
  operations: ['createRoom', 'kick', 'ban'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob, charlie } = await users('alice', 'bob', 'charlie');
    await eachRoomVersion({ from: 12 }, async (version) => {
      const powerLevels = {
        users: { [charlie.id]: largest },
        state_default: largest,
        ban: largest,
        kick: largest,
        events: { 'm.room.power_levels': largest, [eventType]: largest },
      };
      const body = { creation_content: { additional_creators: [bob.id] } };
      const joinedBy = [bob, charlie];
      const roomId = await alice.createsRoom({ version, joinedBy, powerLevels, body });
      const levels = levelsOf(roomId);
      for (const creator of [alice, bob]) {
        await creator.setsState(entry(roomId), { by: creator.name });
        const known = await alice.seesState(entry(roomId));
        checkState('what a creator set', known).equals({ by: creator.name });
        await creator.setsState(levels, { ...powerLevels, users: { [charlie.id]: largest - 1 } });
        await creator.setsState(levels, powerLevels);
        await creator.setsState(levels, { users: {} });
        checkState('the levels', await alice.seesState(levels)).equals({ users: {} });
        await creator.setsState(levels, powerLevels);
      }
      // Who has the highest level that there is has less than a creator, and creators are equals.
      const plain = await alice.createsRoom({ version, joinedBy, powerLevels });
      const bobThere = { roomId, body: { user_id: bob.id } };
      const bobElsewhere = { unlike: { args: { roomId: plain } } };
      await alice.cannot('kick', bobThere, forbidden, bobElsewhere);
      await bob.joins(plain);
      await charlie.cannot('kick', bobThere, forbidden, bobElsewhere);
      await bob.joins(plain);
      const aliceThere = { roomId: plain, body: { user_id: alice.id } };
      await charlie.cannot('kick', aliceThere, forbidden, {
        unlike: { args: { body: bobThere.body } },
      });
      await charlie.cannot('ban', bobThere, forbidden, bobElsewhere);
      for (const stateKey of [alice.id, bob.id]) {
        const member = { roomId, eventType: 'm.room.member', stateKey };
        checkState('the creator', await alice.seesState(member)).has({ membership: 'join' });
      }
      for (const creator of [bob, alice]) {
        await creator.call('kick', { roomId, body: { user_id: charlie.id } });
        await charlie.joins(roomId);
      }
    });
  },
});

roomPowerLevels.must('before-version-12-creators-have-the-level-that-is-set', {
  title:
    'Before room version 12, a creator has the level that users gives, and additional ones none',
  section: 'rooms/v11/#authorization-rules',
  rows: ['G16', 'G20'],
  async run({ users, eachRoomVersion }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ to: 11 }, async (version) => {
      const body = { creation_content: { additional_creators: [bob.id] } };
      const roomId = await alice.createsRoom({ version, joinedBy: [bob], body });
      const args = { ...entry(roomId), body: { version } };
      await bob.cannot(put, args, 'M_FORBIDDEN', { unlike: alice });
      // Both may be named, and who created the room may lower themselves.
      const named = { [alice.id]: 49, [bob.id]: 100 };
      await alice.setsState(levelsOf(roomId), { users: named });
      await alice.cannot(put, { ...args, body: { version, again: true } }, 'M_FORBIDDEN', {
        unlike: bob,
      });
      await alice.cannot(
        put,
        { ...levelsOf(roomId), body: { users: { [bob.id]: 100 } } },
        'M_FORBIDDEN',
        {
          unlike: bob,
        },
      );
    });
  },
});
