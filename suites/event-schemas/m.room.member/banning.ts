import { anyoneMay, entry, put } from '../../entry.ts';
import { memberEntry, membership, syncSection } from './membership.ts';
import { showsMembership } from './shown-membership.ts';
import { roomMember } from './suite.ts';

const section = 'client-server-api/#banning-users-in-a-room';

/** What a moderator does to a member, and what the member is then. */
const removals = [
  {
    name: 'a-member-who-is-kicked-is-out',
    title: 'Who puts a member’s membership to leave kicks them out of the room',
    section: 'client-server-api/#leaving-rooms',
    to: 'leave',
  },
  {
    name: 'a-member-who-is-banned-is-out',
    title: 'Who puts a member’s membership to ban puts them out of the room',
    section,
    to: 'ban',
  },
];

for (const { name, to, ...told } of removals) {
  roomMember.must(name, {
    ...told,
    rows: ['I14'],
    operations: ['getMembersByRoom', 'sync'],
    async run(context) {
      const { users, check } = context;
      const { alice, bob } = await users('alice', 'bob');
      const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
      const content = { membership: to, reason: 'Enough of it' };
      const event_id = await alice.setsState(memberEntry(roomId, bob), content);
      await showsMembership(context, roomId, {
        of: bob,
        seenBy: alice,
        sender: alice,
        content,
        event_id,
      });
      const { section: where } = await syncSection(context, bob, roomId, undefined, 'leave');
      // Some tell who is new to it of rooms that a user was put out of, too.
      check('where the room stands in bob’s sync', where).isOneOf(undefined, 'leave');
      await bob.cannot(put, { ...entry(roomId), body: { by: 'bob' } }, 'M_FORBIDDEN', {
        unlike: alice,
      });
    },
  });
}

roomMember.must('who-is-not-in-the-room-can-be-banned', {
  title:
    'A user can be banned before they ever came, while invited, after they left, and once more',
  section: 'client-server-api/#mroommember',
  rows: ['I14', 'I19'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    const before = [async () => {}, () => alice.invites(roomId, bob), () => bob.joins(roomId)];
    for (const [index, become] of before.entries()) {
      await become();
      if (index === 2) await bob.leaves(roomId);
      for (const reason of ['once', 'more']) {
        const content = { membership: 'ban', reason };
        await alice.setsState(memberEntry(roomId, bob), content);
        checkState('the membership', await alice.seesState(memberEntry(roomId, bob))).has(content);
      }
      await alice.call(put, membership(roomId, bob, 'leave'));
    }
  },
});

roomMember.must('an-unban-lets-the-user-back-in', {
  title: 'Who is unbanned by a PUT of leave is out of the room, and may join or be invited again',
  section,
  rows: ['I19'],
  operations: ['getMembersByRoom'],
  async run(context) {
    const { users } = context;
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const content = { membership: 'leave', reason: 'Forgiven' };
    for (const invited of [false, true]) {
      await alice.call(put, membership(roomId, bob, 'ban'));
      await alice.setsState(memberEntry(roomId, bob), content);
      await showsMembership(context, roomId, { of: bob, seenBy: alice, sender: alice, content });
      if (invited) await alice.call(put, membership(roomId, bob, 'invite'));
      await bob.call(put, membership(roomId, bob, 'join'));
    }
  },
});

roomMember.must('an-unban-takes-the-ban-level-and-the-kick-level', {
  title: 'Who has the ban level without the kick level unbans nobody, nor the other way round',
  section: 'rooms/v10/#authorization-rules',
  rows: ['I19'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    for (const [kick, ban] of [
      [60, 10],
      [10, 60],
    ]) {
      const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels: { kick, ban } });
      await alice.call(put, membership(roomId, mallory, 'ban'));
      await alice.grants(roomId, bob, 59);
      const args = membership(roomId, mallory, 'leave');
      await bob.cannot(put, args, 'M_FORBIDDEN', { unlike: alice });
      await alice.call(put, membership(roomId, mallory, 'ban'));
      await alice.grants(roomId, bob, 60);
      await bob.call(put, args);
    }
  },
});
