import { put } from '../../entry.ts';
import { memberEntry, memberEvent, membership } from './membership.ts';
import { roomMember } from './suite.ts';

roomMember.must('a-member-changes-their-own-profile-in-the-room', {
  title: 'A member puts another displayname and avatar_url into their own membership, and stays in',
  rows: ['I1'],
  operations: ['getMembersByRoom'],
  async run(context) {
    const { users, check, checkState } = context;
    const { alice, bob } = await users('alice', 'bob');
    const body = { preset: 'private_chat', invite: [bob.id] };
    const roomId = await alice.createsRoom({ body, joinedBy: [bob] });
    const before = await alice.seesState(memberEntry(roomId, alice));
    for (const displayname of ['Bob in this room', 'Bob, once more 🦊']) {
      const avatar_url = `mxc://example.org/${displayname.length}`;
      const content = { membership: 'join', displayname, avatar_url };
      await bob.setsState(memberEntry(roomId, bob), content);
      const stored = await alice.seesState(memberEntry(roomId, bob));
      checkState('the membership', stored).has(content);
      const listed = await memberEvent(context, alice, bob, roomId, 'join');
      check('bob in the list of members', listed).has({ sender: bob.id, content: stored });
    }
    const after = await alice.seesState(memberEntry(roomId, alice));
    checkState('the membership of alice', after).equals(before);
    await alice.call(put, membership(roomId, alice, 'join', { displayname: 'Alice' }));
  },
});
