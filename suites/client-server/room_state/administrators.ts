import { anyoneMay, entry, eventType, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const body = { text: 'by an administrator of the homeserver' };

roomState.must('an-administrator-of-the-homeserver-has-no-rights-in-a-room', {
  title: 'Who administrates the homeserver sets state only as a member with the power level for it',
  section: 'rooms/v10/#authorization-rules',
  rows: ['E12'],
  async run({ users, administrator }) {
    const admin = await administrator();
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
    await admin.cannot(put, { ...entry(roomId), body }, 'M_FORBIDDEN', { unlike: bob });
    await admin.cannot(put, { ...entry(roomId, admin.id), body }, 'M_FORBIDDEN', {
      unlike: { by: bob, args: { stateKey: bob.id } },
    });
    await admin.joins(roomId);
    const other = { ...entry(roomId), eventType: `${eventType}.other`, body };
    await admin.cannot(put, other, 'M_FORBIDDEN', { unlike: alice });
    await admin.cannot(put, { ...entry(roomId, alice.id), body }, 'M_FORBIDDEN', {
      unlike: alice,
    });
    await admin.leaves(roomId);
  },
});
