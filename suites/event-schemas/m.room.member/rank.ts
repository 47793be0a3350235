import { put } from '../../entry.ts';
import { memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

roomMember.must('who-has-as-much-power-is-neither-kicked-nor-banned', {
  title: 'A moderator kicks, bans and unbans who has less power, and nobody with as much or more',
  section,
  rows: ['I14'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob, mallory] });
    await alice.grants(roomId, bob, 50);
    for (const level of [50, 51]) {
      await alice.grants(roomId, mallory, level);
      const cannot = (to: string) =>
        bob.cannot(put, membership(roomId, mallory, to), 'M_FORBIDDEN', { unlike: alice });
      await cannot('leave');
      await mallory.joins(roomId);
      await cannot('ban');
      await cannot('leave');
      await cannot('ban');
      await alice.call(put, membership(roomId, mallory, 'leave'));
      // To revoke an invite is to kick.
      await alice.invites(roomId, mallory);
      await cannot('leave');
      await mallory.joins(roomId);
    }
    await alice.grants(roomId, mallory, 49);
    for (const to of ['leave', 'ban', 'leave'])
      await bob.call(put, membership(roomId, mallory, to));
    await mallory.joins(roomId);
    await alice.grants(roomId, mallory, 50);
    const kick = membership(roomId, mallory, 'leave', { reason: 'Has risen' });
    await bob.cannot(put, kick, 'M_FORBIDDEN', { unlike: alice });
  },
});

roomMember.must('nobody-bans-themselves', {
  title: 'Nobody, with whatever power, may put their own membership to ban',
  section,
  rows: ['I14'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob, mallory] });
    await mallory.cannot(put, membership(roomId, mallory, 'ban'), 'M_FORBIDDEN', { unlike: alice });
    for (const level of [50, 100]) {
      await alice.grants(roomId, bob, level);
      const unlike = { args: membership(roomId, mallory, 'ban') };
      await bob.cannot(put, membership(roomId, bob, 'ban'), 'M_FORBIDDEN', { unlike });
      await alice.cannot(put, membership(roomId, alice, 'ban'), 'M_FORBIDDEN', { unlike });
    }
  },
});

roomMember.must('who-left-the-room-moderates-nobody', {
  title: 'Not even a creator kicks, bans or unbans without being in the room',
  section,
  rows: ['I14', 'I19'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    await alice.grants(roomId, bob, 99);
    await alice.leaves(roomId);
    const before = [async () => {}, () => bob.invites(roomId, alice)];
    for (const become of before) {
      await become();
      await mallory.joins(roomId);
      for (const to of ['leave', 'ban', 'leave']) {
        await alice.cannot(put, membership(roomId, mallory, to), 'M_FORBIDDEN', { unlike: bob });
      }
    }
  },
});

roomMember.must('nobody-moderates-a-creator', {
  title: 'Since room version 12 no power level, however high, kicks or bans a creator',
  section: 'rooms/v12/#authorisation-rules',
  rows: ['I14', 'G18'],
  async run({ users, eachRoomVersion }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    await eachRoomVersion({ from: 12 }, async (version) => {
      const joinedBy = [bob, mallory];
      const alone = await alice.createsRoom({ version, joinedBy });
      await alice.grants(alone, mallory, Number.MAX_SAFE_INTEGER);
      for (const to of ['leave', 'ban']) {
        await mallory.cannot(put, membership(alone, alice, to), 'M_FORBIDDEN', {
          unlike: { args: membership(alone, bob, to) },
        });
      }
      await alice.call(put, membership(alone, mallory, 'ban'));
      const body = { creation_content: { additional_creators: [bob.id] } };
      const shared = await alice.createsRoom({ version, joinedBy, body });
      for (const to of ['leave', 'ban']) {
        for (const [one, other] of [
          [alice, bob],
          [bob, alice],
        ] as const) {
          await one.cannot(put, membership(shared, other, to), 'M_FORBIDDEN', {
            unlike: { args: membership(shared, mallory, to, { by: one.name }) },
          });
        }
      }
    });
  },
});

roomMember.must('a-creator-without-power-is-moderated-before-version-12', {
  title: 'Before room version 12 a creator is kicked and banned by who has more power',
  section,
  rows: ['I14'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 9, to: 11 }, async (version) => {
      const roomId = await alice.createsRoom({ version, joinedBy: [bob] });
      await alice.grants(roomId, bob, 51);
      await alice.grants(roomId, alice, 50);
      for (const to of ['leave', 'ban']) {
        await bob.call(put, membership(roomId, alice, to));
        const after = await bob.seesState(memberEntry(roomId, alice));
        checkState('the membership of the creator', after).has({ membership: to });
      }
    });
  },
});
