import { isRecord } from '../../../src/scenario/answer.ts';
import { rejected } from '../../../src/scenario/refusal.ts';
import { anyoneMay, entry, put } from '../../entry.ts';
import { anyoneInvites, memberEntry, membership, syncSection } from './membership.ts';
import { showsMembership } from './shown-membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

/** The stripped event of a membership in a room of the `invite` section of a sync. */
function invitesIn(room: unknown, userId: string): readonly unknown[] {
  const state = isRecord(room) ? room.invite_state : undefined;
  const events = isRecord(state) && Array.isArray(state.events) ? state.events : [];
  return events
    .filter(isRecord)
    .filter(({ type, state_key }) => type === 'm.room.member' && state_key === userId)
    .map(({ sender, content }) => [sender, isRecord(content) ? content.membership : undefined]);
}

roomMember.must('a-member-invites-by-a-put', {
  title: 'A member who puts the membership of another user to invite invites them',
  rows: ['I10'],
  operations: ['getMembersByRoom', 'sync'],
  async run(context) {
    const { users, check } = context;
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const body = { preset: 'private_chat', invite: [bob.id] };
    const roomId = await alice.createsRoom({
      body,
      powerLevels: { ...anyoneMay.powerLevels, invite: 0 },
    });
    await bob.joins(roomId);
    const content = { membership: 'invite', reason: 'There is cake', is_direct: true };
    const event_id = await bob.setsState(memberEntry(roomId, mallory), content);
    await showsMembership(context, roomId, {
      of: mallory,
      seenBy: alice,
      sender: bob,
      content,
      event_id,
    });
    const { section: where, room } = await syncSection(context, mallory, roomId, 'invite');
    check('where the room stands in the sync of who is invited', where).equals('invite');
    check('the invite there', invitesIn(room, mallory.id)).equals([[bob.id, 'invite']]);
    // Another invite changes nothing, and is allowed.
    await alice.call(put, membership(roomId, mallory, 'invite'));
    await mallory.call(put, membership(roomId, mallory, 'join'));
    await mallory.setsState(entry(roomId), { by: 'who was invited' });
  },
});

roomMember.must('who-is-in-the-room-cannot-be-invited', {
  title: 'A joined member cannot be invited, neither by another nor by themselves',
  section,
  rows: ['I11'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneInvites });
    const unlike = { args: membership(roomId, mallory, 'invite') };
    await alice.cannot(put, membership(roomId, bob, 'invite'), rejected, { unlike });
    await alice.cannot(put, membership(roomId, alice, 'invite'), rejected, { unlike });
    await bob.cannot(put, membership(roomId, bob, 'invite'), rejected, { unlike });
    await bob.cannot(put, membership(roomId, alice, 'invite'), rejected, { unlike });
  },
});

roomMember.must('who-is-banned-cannot-be-invited', {
  title: 'A banned user cannot be invited before they are unbanned, not even by the room’s creator',
  section: 'client-server-api/#banning-users-in-a-room',
  rows: ['I12'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom();
    await alice.bans(roomId, mallory);
    await alice.cannot(put, membership(roomId, mallory, 'invite'), rejected, {
      unlike: { args: membership(roomId, bob, 'invite') },
    });
    await alice.call(put, membership(roomId, mallory, 'leave'));
    await alice.call(put, membership(roomId, mallory, 'invite'));
  },
});

roomMember.must('who-is-not-in-the-room-invites-nobody', {
  title: 'Who is not joined, only invited, or banned, cannot put anybody’s membership to invite',
  section,
  rows: ['I13', 'I16'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom();
    const cannot = async (reason: string) => {
      for (const target of [bob, mallory]) {
        // With a reason, as it would otherwise be what is there already.
        const args = membership(roomId, target, 'invite', { reason });
        await mallory.cannot(put, args, 'M_FORBIDDEN', {
          unlike: { by: alice, args: membership(roomId, bob, 'invite') },
        });
      }
    };
    await cannot('Never came');
    await mallory.joins(roomId);
    await mallory.leaves(roomId);
    await cannot('Left');
    await alice.invites(roomId, mallory);
    const args = membership(roomId, bob, 'invite', { reason: 'Is invited' });
    await mallory.cannot(put, args, 'M_FORBIDDEN', { unlike: alice });
    await alice.bans(roomId, mallory);
    const banned = membership(roomId, bob, 'invite', { reason: 'Is banned' });
    await mallory.cannot(put, banned, 'M_FORBIDDEN', { unlike: alice });
  },
});
