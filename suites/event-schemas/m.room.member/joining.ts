import { jsonOf } from '../../../src/scenario/answer.ts';
import { rejected } from '../../../src/scenario/refusal.ts';
import { anyoneMay, entry, put } from '../../entry.ts';
import { memberEntry, memberEvent, membership, syncSection } from './membership.ts';
import { showsMembership } from './shown-membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

roomMember.must('a-public-room-is-joined-by-a-put', {
  title: 'Who puts their own membership of a public room to join is a member like any other',
  rows: ['I15'],
  operations: ['getMembersByRoom', 'getOneRoomEvent', 'sync'],
  async run(context) {
    const { users, check, checkState } = context;
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom(anyoneMay);
    // Who never was there, and who was there before.
    for (const before of ['never', 'left']) {
      const content = { membership: 'join', 'org.example.before': before };
      const eventId = await bob.setsState(memberEntry(roomId, bob), content);
      checkState('the membership', await alice.seesState(memberEntry(roomId, bob))).has(content);
      const own = { type: 'm.room.member', state_key: bob.id, sender: bob.id };
      const event = await alice.seesEvent(roomId, eventId);
      check('the event of the membership', jsonOf(event), event).has(own);
      const listed = await memberEvent(context, alice, bob, roomId, 'join');
      check('bob in the list of members', listed).has({ ...own, membership: 'join' });
      const { section: where } = await syncSection(context, bob, roomId, 'join');
      check('where the room stands in bob’s sync', where).equals('join');
      await bob.setsState(entry(roomId), { by: 'bob', before });
      await bob.call(put, membership(roomId, bob, 'leave'));
    }
    const rules = { roomId, eventType: 'm.room.join_rules', stateKey: '' };
    await alice.setsState(rules, { join_rule: 'invite' });
    const args = membership(roomId, bob, 'join', { once: 'more' });
    const opens = () => alice.setsState(rules, { join_rule: 'public' });
    await bob.cannot(put, args, 'M_FORBIDDEN', { unlike: { once: opens }, seenBy: alice });
  },
});

roomMember.must('an-invite-is-accepted-by-a-put', {
  title: 'Who is invited to a private room joins it by putting their own membership to join',
  rows: ['I15'],
  operations: ['getMembersByRoom'],
  async run(context) {
    const { users } = context;
    const { alice, bob } = await users('alice', 'bob');
    const body = { preset: 'private_chat', invite: [bob.id] };
    const roomId = await alice.createsRoom({ body, ...anyoneMay });
    await bob.call(put, membership(roomId, bob, 'join'));
    const content = { membership: 'join' };
    await showsMembership(context, roomId, { of: bob, seenBy: bob, sender: bob, content });
    await bob.setsState(entry(roomId), { by: 'bob' });
  },
});

roomMember.must('who-is-not-invited-may-not-join', {
  title: 'Nobody joins a room for the invited without an invite, whatever they once were in it',
  section,
  rows: ['I16'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ body: { preset: 'private_chat' } });
    const puts = (to: string) => alice.call(put, membership(roomId, mallory, to));
    const own = (to: string) => mallory.call(put, membership(roomId, mallory, to));
    await alice.invites(roomId, bob);
    await bob.joins(roomId);
    const unlike = { by: bob, args: membership(roomId, bob, 'join') };
    const cannot = () =>
      mallory.cannot(put, membership(roomId, mallory, 'join'), 'M_FORBIDDEN', { unlike });
    await cannot();
    // An invite that was revoked, one that was rejected, one that was used up, a kick, an unban.
    const stories = [
      [() => puts('leave')],
      [() => own('leave')],
      [() => own('join'), () => own('leave')],
      [() => own('join'), () => puts('leave')],
      [() => puts('ban'), () => puts('leave')],
    ];
    for (const story of stories) {
      await puts('invite');
      for (const step of story) await step();
      await cannot();
    }
    await alice.call(put, membership(roomId, alice, 'leave'));
    await alice.cannot(put, membership(roomId, alice, 'join'), 'M_FORBIDDEN', { unlike });
  },
});

roomMember.must('who-is-banned-may-neither-join-nor-leave', {
  title: 'A banned user may put their own membership neither to join nor to leave',
  section,
  rows: ['I18'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const before = [
      async () => {},
      () => alice.invites(roomId, mallory),
      () => mallory.joins(roomId),
    ];
    for (const become of before) {
      await become();
      await alice.call(put, membership(roomId, mallory, 'ban'));
      for (const to of ['join', 'leave']) {
        await mallory.cannot(put, membership(roomId, mallory, to), rejected, {
          unlike: { by: bob, args: membership(roomId, bob, to) },
        });
      }
      await bob.joins(roomId);
      await alice.call(put, membership(roomId, mallory, 'leave'));
    }
  },
});

roomMember.must('nobody-joins-for-another', {
  title: 'Not even the room’s creator may put the membership of another user to join',
  section,
  rows: ['I9'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    const before = [
      async () => {},
      () => alice.invites(roomId, bob),
      () => bob.joins(roomId),
      () => bob.leaves(roomId),
    ];
    for (const become of before) {
      await become();
      const more = { displayname: 'Not my own' };
      await alice.cannot(put, membership(roomId, bob, 'join', more), 'M_FORBIDDEN', {
        unlike: { args: membership(roomId, alice, 'join', more) },
      });
    }
    await bob.call(put, membership(roomId, bob, 'join'));
    await alice.bans(roomId, bob);
    // Of who is banned it may be said first that they are.
    await alice.cannot(put, membership(roomId, bob, 'join'), rejected, {
      unlike: { args: membership(roomId, alice, 'join', { displayname: 'Alice' }) },
    });
  },
});
