import { isRecord, memberOf } from '../../../src/scenario/answer.ts';
import { put } from '../../entry.ts';
import { memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

roomMember.must('a-member-changes-their-own-profile-in-the-room', {
  title: 'A member puts another displayname and avatar_url into their own membership, and stays in',
  rows: ['I1'],
  operations: ['getJoinedMembersByRoom'],
  async run({ users, check, checkState, eventually }) {
    const { alice, bob } = await users('alice', 'bob');
    const body = { preset: 'private_chat', invite: [bob.id] };
    const roomId = await alice.createsRoom({ body, joinedBy: [bob] });
    const before = await alice.seesState(memberEntry(roomId, alice));
    for (const displayname of ['Bob in this room', 'Bob, once more 🦊']) {
      const avatar_url = `mxc://example.org/${displayname.length}`;
      const content = { membership: 'join', displayname, avatar_url };
      await bob.setsState(memberEntry(roomId, bob), content);
      checkState('the membership', await alice.seesState(memberEntry(roomId, bob))).has(content);
      const profile = { display_name: displayname, avatar_url };
      let listed: unknown;
      await eventually(async () => {
        const joined = memberOf(await alice.call('getJoinedMembersByRoom', { roomId }), 'joined');
        listed = isRecord(joined) ? joined[bob.id] : undefined;
        return isRecord(listed) && listed.display_name === displayname ? true : undefined;
      });
      check('bob in the list of joined members', listed).has(profile);
    }
    const after = await alice.seesState(memberEntry(roomId, alice));
    checkState('the membership of alice', after).equals(before);
    await alice.call(put, membership(roomId, alice, 'join', { displayname: 'Alice' }));
  },
});
