import { type Answer, memberOf } from '../../../src/scenario/answer.ts';
import type { User } from '../../../src/scenario/user.ts';
import { patiently } from './patiently.ts';
import { rooms } from './suite.ts';

const get = 'getJoinedMembersByRoom';
const section = 'client-server-api/#get_matrixclientv3roomsroomidjoined_members';

rooms.must('joined-members-are-those-who-are-joined', {
  title: 'The joined members are those who are joined now, and nobody else',
  section,
  rows: ['P9'],
  operations: [get],
  async run({ users, checkState, eventually }) {
    const until = patiently({ eventually });
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const joined = async (when: string, ...expected: User[]) => {
      const ids = expected.map(({ id }) => id).sort();
      const foundIn = (answer: Answer) => Object.keys(Object(memberOf(answer, 'joined'))).sort();
      const answer = await until(
        () => alice.call(get, { roomId }),
        (one) => foundIn(one).join() === ids.join(),
      );
      checkState(`who is joined ${when}`, foundIn(answer), answer).equals(ids);
    };
    await joined('at first', alice, bob);
    await alice.invites(roomId, mallory);
    await joined('after an invitation', alice, bob);
    await mallory.joins(roomId);
    await joined('after it was accepted', alice, bob, mallory);
    await bob.leaves(roomId);
    await alice.bans(roomId, mallory);
    await joined('after one left and one was banned', alice);
    await bob.joins(roomId);
    await joined('after one joined again', alice, bob);
    await alice.call('kick', { roomId, body: { user_id: bob.id } });
    await alice.call('unban', { roomId, body: { user_id: mallory.id } });
    await joined('after one was kicked and one unbanned', alice);
    await mallory.joins(roomId);
    await joined('after who was unbanned joined', alice, mallory);
  },
});

rooms.must('joined-members-are-told-to-members-only', {
  title: 'Who is not in the room, or not any more, is not told who is',
  section,
  rows: ['P4', 'P5', 'P6', 'P7'],
  operations: [get],
  async run({ users }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom();
    // What is told of who has no picture is another question.
    const profile = { displayname: 'Alice', avatar_url: `mxc://${alice.serverName}/alice` };
    const own = { roomId, eventType: 'm.room.member', stateKey: alice.id };
    await alice.setsState(own, { membership: 'join', ...profile });
    const cannot = () => mallory.cannot(get, { roomId }, 'M_FORBIDDEN', { unlike: alice });
    await cannot();
    await alice.invites(roomId, mallory);
    await cannot();
    await mallory.joins(roomId);
    await mallory.leaves(roomId);
    await cannot();
    await alice.bans(roomId, mallory);
    await cannot();
    await alice.call('unban', { roomId, body: { user_id: mallory.id } });
    await cannot();
    await alice.invites(roomId, mallory);
    await mallory.leaves(roomId);
    await cannot();
    await mallory.joins(roomId);
    await alice.call('kick', { roomId, body: { user_id: mallory.id } });
    await cannot();
  },
});
