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
    const { alice, bob, charlie, dave } = await users('alice', 'bob', 'charlie', 'dave');
    await eachRoomVersion({ from: 12 }, async (version) => {
      // Neither where it stands in the list, nor whether they came, makes one less of a creator.
      const absent = `@absent:${alice.serverName}`;
      const creation_content = { additional_creators: [bob.id, absent, dave.id] };
      const body = { creation_content };
      const roomId = await alice.createsRoom({ version, joinedBy: [bob, dave], body });
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
      for (const creator of [absent, dave.id]) {
        await dave.cannot(put, args({ [creator]: 100, [charlie.id]: 50 }), rejected, {
          unlike: good,
        });
      }
    });
  },
});

roomPowerLevels.must('the-power-of-creators-has-no-end', {
  title: 'From room version 12, its creator and additional ones stand above every level of a room',
  section,
  rows: ['G18', 'G20'],
  operations: ['createRoom', 'kick', 'ban', 'inviteUser', 'redactEvent'],
  async run({ users, eachRoomVersion, checkState, eventually }) {
    const { alice, bob, charlie, dave } = await users('alice', 'bob', 'charlie', 'dave');
    await eachRoomVersion({ from: 12 }, async (version) => {
      const powerLevels = {
        users: { [charlie.id]: largest },
        state_default: largest,
        ban: largest,
        kick: largest,
        invite: largest,
        redact: largest,
        events: { 'm.room.power_levels': largest, [eventType]: largest },
      };
      const body = { creation_content: { additional_creators: [bob.id, dave.id] } };
      const joinedBy = [bob, charlie, dave];
      const roomId = await alice.createsRoom({ version, joinedBy, powerLevels, body });
      const levels = levelsOf(roomId);
      for (const creator of [alice, bob, dave]) {
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
      for (const operation of ['kick', 'ban']) {
        const body = { user_id: dave.id };
        const daveElsewhere = { unlike: { args: { roomId: plain } } };
        await charlie.cannot(operation, { roomId, body }, forbidden, daveElsewhere);
      }
      for (const stateKey of [alice.id, bob.id, dave.id]) {
        const member = { roomId, eventType: 'm.room.member', stateKey };
        checkState('the creator', await alice.seesState(member)).has({ membership: 'join' });
      }
      // A creator who has left and come back is one as before, and redacts what others sent.
      await dave.leaves(roomId);
      await dave.joins(roomId);
      for (const creator of [bob, dave, alice]) {
        await creator.call('kick', { roomId, body: { user_id: charlie.id } });
        await creator.invites(roomId, charlie);
        await charlie.joins(roomId);
        const eventId = await charlie.setsState(entry(roomId), { before: creator.name });
        await creator.call('redactEvent', { roomId, eventId, txnId: 'creator', body: {} });
        const isBare = await eventually(async () => {
          const content = await alice.seesState(entry(roomId));
          return JSON.stringify(content) === '{}' ? true : undefined;
        });
        checkState('what a creator redacted', isBare).equals(true);
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
