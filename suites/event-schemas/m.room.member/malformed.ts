import { rejected } from '../../../src/scenario/refusal.ts';
import { put } from '../../entry.ts';
import { memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

roomMember.must('a-membership-has-to-be-there', {
  title: 'A PUT of m.room.member without a membership, or with one that is no string, is rejected',
  section,
  rows: ['I3'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    for (const body of [
      {},
      { displayname: 'Alice' },
      ...[null, 1, true, [], ['join'], { join: true }].map((odd) => ({ membership: odd })),
    ]) {
      await bob.cannot(put, { ...memberEntry(roomId, bob), body }, rejected, {
        unlike: { args: membership(roomId, bob, 'join') },
      });
    }
    const ofAnother = { ...memberEntry(roomId, bob), body: { reason: 'none' } };
    await alice.cannot(put, ofAnother, rejected, {
      unlike: { args: membership(roomId, bob, 'leave', { reason: 'none' }) },
    });
  },
});

roomMember.must('an-unknown-membership-is-rejected', {
  title: 'A PUT of a membership that the specification does not know is rejected',
  section,
  rows: ['I4'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    for (const odd of [
      '',
      'JOIN',
      'joined',
      ' join',
      'join\u0000',
      'org.example.lurk',
      'constructor',
    ]) {
      await bob.cannot(put, membership(roomId, bob, odd), rejected, {
        unlike: { args: membership(roomId, bob, 'join') },
      });
    }
    for (const odd of ['Leave', 'left', 'banned', 'remove']) {
      await alice.cannot(put, membership(roomId, bob, odd), rejected, {
        unlike: { args: membership(roomId, bob, 'leave') },
      });
      await bob.joins(roomId);
    }
  },
});

roomMember.must('kick-and-unban-are-no-memberships', {
  title: 'A PUT of the membership kick or unban is rejected: both are a leave',
  section,
  rows: ['I5'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const unlike = { args: membership(roomId, bob, 'leave') };
    await alice.cannot(put, membership(roomId, bob, 'kick'), rejected, { unlike });
    await alice.call(put, membership(roomId, bob, 'ban'));
    await alice.cannot(put, membership(roomId, bob, 'unban'), rejected, { unlike });
  },
});

// The schema of the event says that the key is a user id; no rule of a room version says so.
roomMember.should('the-key-of-a-membership-is-a-user-id', {
  title: 'An invite or a ban whose state key is no user id is rejected',
  section: 'client-server-api/#mroommember',
  rows: ['I8'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    for (const to of ['invite', 'ban']) {
      const unlike = { args: membership(roomId, bob, to) };
      for (const id of ['', 'bob', '@', '@bob', bob.id.slice(1), `#${bob.id.slice(1)}`]) {
        await alice.cannot(put, membership(roomId, { id }, to), rejected, { unlike });
      }
    }
  },
});
