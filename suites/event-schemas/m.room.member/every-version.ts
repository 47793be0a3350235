import { put } from '../../entry.ts';
import { memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

roomMember.must('memberships-change-alike-in-every-room-version', {
  title: 'An invite is needed, is accepted, and a ban ends it, in every room version',
  section: 'rooms/',
  rows: ['I14', 'I15', 'I16'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    await eachRoomVersion({}, async (version) => {
      const body = { preset: 'private_chat', invite: [bob.id] };
      const roomId = await alice.createsRoom({ version, body });
      await bob.call(put, membership(roomId, bob, 'join'));
      await mallory.cannot(put, membership(roomId, mallory, 'join'), 'M_FORBIDDEN', {
        unlike: { by: bob, args: membership(roomId, bob, 'join') },
      });
      await alice.call(put, membership(roomId, bob, 'ban'));
      const banned = await alice.seesState(memberEntry(roomId, bob));
      checkState('the membership', banned).has({ membership: 'ban' });
    });
  },
});
