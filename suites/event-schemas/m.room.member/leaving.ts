import { rejected } from '../../../src/scenario/refusal.ts';
import { anyoneMay, entry, put } from '../../entry.ts';
import { memberEntry, membership, syncSection } from './membership.ts';
import { showsMembership } from './shown-membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';
const operations = ['getMembersByRoom', 'sync'];

roomMember.must('a-member-leaves-by-a-put', {
  title: 'A member who puts their own membership to leave is no member any more',
  section: 'client-server-api/#leaving-rooms',
  rows: ['I22'],
  operations,
  async run(context) {
    const { users, check } = context;
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
    const content = { membership: 'leave', reason: 'Tea is ready' };
    const event_id = await bob.setsState(memberEntry(roomId, bob), content);
    await showsMembership(context, roomId, {
      of: bob,
      seenBy: alice,
      sender: bob,
      content,
      event_id,
    });
    const { section: where } = await syncSection(context, bob, roomId, undefined);
    check('where the room stands in bob’s sync', where).equals(undefined);
    await bob.cannot(put, { ...entry(roomId), body: { by: 'bob' } }, 'M_FORBIDDEN', {
      unlike: alice,
    });
  },
});

roomMember.must('an-invite-is-rejected-by-a-put', {
  title: 'Who is invited rejects the invite by putting their own membership to leave',
  section: 'client-server-api/#leaving-rooms',
  rows: ['I22'],
  operations,
  async run(context) {
    const { users, check } = context;
    const { alice, bob } = await users('alice', 'bob');
    const body = { preset: 'private_chat', invite: [bob.id] };
    const roomId = await alice.createsRoom({ body });
    await bob.call(put, membership(roomId, bob, 'leave'));
    const content = { membership: 'leave' };
    await showsMembership(context, roomId, { of: bob, seenBy: alice, sender: bob, content });
    const { section: where } = await syncSection(context, bob, roomId, undefined);
    check('where the room stands in bob’s sync', where).equals(undefined);
  },
});

roomMember.must('who-is-not-in-the-room-cannot-leave-it', {
  title:
    'Who was never in a room, was kicked, unbanned or left may not put their membership to leave',
  section,
  rows: ['I17'],
  async run({ users, note }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom();
    const puts = (to: string) => alice.call(put, membership(roomId, mallory, to));
    const cannot = async (more: Readonly<Record<string, unknown>> = {}) => {
      await bob.joins(roomId);
      await mallory.cannot(put, membership(roomId, mallory, 'leave', more), rejected, {
        unlike: { by: bob, args: membership(roomId, bob, 'leave', more) },
      });
    };
    await cannot();
    // A reason, as what is there already may be answered without looking at who puts it.
    await mallory.joins(roomId);
    await puts('leave');
    await cannot({ reason: 'Kicked' });
    await puts('ban');
    await puts('leave');
    await cannot({ reason: 'Unbanned' });
    await mallory.joins(roomId);
    await mallory.call(put, membership(roomId, mallory, 'leave'));
    await cannot({ reason: 'Left' });
    // The table of transitions calls it no change, and the authorisation rules reject it.
    const again = await mallory.asks(put, membership(roomId, mallory, 'leave'));
    note(`the very same leave again: ${again.status}`);
  },
});
