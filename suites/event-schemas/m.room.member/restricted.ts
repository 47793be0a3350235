import { memberOf } from '../../../src/scenario/answer.ts';
import { rejected } from '../../../src/scenario/refusal.ts';
import { put } from '../../entry.ts';
import { joinRule, memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'client-server-api/#restricted-rooms';

/** A join rule that lets the members of other rooms in. */
function restricted(rule: string, ...rooms: readonly string[]) {
  return joinRule(rule, { allow: rooms.map(inRoom) });
}

/** The condition that somebody is in a room. */
function inRoom(room_id: string) {
  return { type: 'm.room_membership', room_id };
}

roomMember.must('who-meets-no-condition-may-not-join-a-restricted-room', {
  title: 'Who meets no condition that is known may not join, whoever they say has authorised it',
  section,
  rows: ['I16', 'I25'],
  async run({ users, eachRoomVersion }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const left = await alice.createsRoom({ joinedBy: [mallory] });
    await mallory.leaves(left);
    const never = await alice.createsRoom();
    const unknown = { type: 'org.example.condition', room_id: await mallory.createsRoom() };
    await eachRoomVersion({ from: 8 }, async (version) => {
      const rule = version === '10' ? 'knock_restricted' : 'restricted';
      const allow = [inRoom(left), inRoom(never), unknown];
      const body = { ...joinRule(rule, { allow }), invite: [bob.id] };
      const roomId = await alice.createsRoom({ version, body });
      await bob.call(put, membership(roomId, bob, 'join'));
      for (const more of [{}, { join_authorised_via_users_server: alice.id }]) {
        await mallory.cannot(put, membership(roomId, mallory, 'join', more), rejected, {
          unlike: { by: bob, args: membership(roomId, bob, 'join') },
        });
      }
    });
  },
});

roomMember.must('a-join-rule-that-the-version-does-not-know-lets-nobody-in', {
  title: 'restricted before room version 8, and knock_restricted before 10, let no one join',
  section: 'rooms/v10/#authorization-rules',
  rows: ['I16'],
  async run({ users, eachRoomVersion }) {
    const { alice, bob } = await users('alice', 'bob');
    const hall = await alice.createsRoom({ joinedBy: [bob] });
    await eachRoomVersion({ to: 9 }, async (version) => {
      const rule = Number(version) < 8 ? 'restricted' : 'knock_restricted';
      const roomId = await alice.createsRoom({ version, body: restricted(rule, hall) });
      const open = await alice.createsRoom({ version });
      const more = { join_authorised_via_users_server: alice.id };
      await bob.cannot(put, membership(roomId, bob, 'join', more), rejected, {
        unlike: { args: { roomId: open } },
        seenBy: alice,
      });
    });
  },
});

roomMember.must('who-authorised-a-join-is-no-matter-of-another-server', {
  title: 'A membership that says that another server authorised it is not stored with that',
  section: 'rooms/v10/#authorization-rules',
  rows: ['I25'],
  async run({ users, eachRoomVersion, checkState, note }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 8 }, async (version) => {
      const roomId = await alice.createsRoom({ version, joinedBy: [bob] });
      const voucher = '@somebody:elsewhere.example';
      for (const [who, of, to] of [
        [bob, bob, 'join'],
        [alice, bob, 'leave'],
      ] as const) {
        const args = membership(roomId, of, to, { join_authorised_via_users_server: voucher });
        const answer = await who.asks(put, args);
        note(`a ${to} that another server is to have authorised: ${answer.status}`);
        const after = await who.reads(memberEntry(roomId, of));
        const stored = memberOf(after, 'join_authorised_via_users_server');
        checkState('who authorised the membership', stored, after).differsFrom(voucher);
      }
      await alice.call(put, membership(roomId, bob, 'ban'));
      const banned = await alice.seesState(memberEntry(roomId, bob));
      checkState('the membership afterwards', banned).has({ membership: 'ban' });
    });
  },
});

roomMember.observes('a-join-of-who-meets-a-condition-is-answered', {
  title: 'A PUT to join a restricted room by a member of an allowed room is answered in good order',
  section,
  rows: ['I15', 'I25'],
  async run({ users, eachRoomVersion, note }) {
    const { alice, bob } = await users('alice', 'bob');
    const hall = await bob.createsRoom();
    await eachRoomVersion({ from: 8 }, async (version) => {
      const roomId = await alice.createsRoom({ version, body: restricted('restricted', hall) });
      const forged = { join_authorised_via_users_server: bob.id };
      await bob.tries(hall, {
        'a join by who meets a condition': [put, membership(roomId, bob, 'join')],
        'the same, authorised by oneself': [put, membership(roomId, bob, 'join', forged)],
      });
      const { membership: is, join_authorised_via_users_server: voucher } = Object(
        await alice.seesState(memberEntry(roomId, bob)),
      );
      note(`the membership then: ${is}, ${voucher === undefined ? 'without' : 'with'} a voucher`);
    });
  },
});
