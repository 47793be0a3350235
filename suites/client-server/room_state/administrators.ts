import { unsupported } from '../../../src/scenario/stop-scenario.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const body = { text: 'by an administrator', url: 'mxc://elsewhere.example/administrator' };
const powerLevels = { state_default: 0, events: { 'm.room.avatar': 50 } };

roomState.must('an-administrator-of-the-homeserver-has-no-rights-in-a-room', {
  title: 'Who administrates the homeserver sets state only as a member with the power level for it',
  section: 'rooms/v10/#authorization-rules',
  rows: ['E12'],
  async run({ users, administrator }) {
    const admin = await administrator();
    const { alice, bob } = await users('alice', 'bob');
    // Users that were given may be anybody.
    const isOther = ![alice.id, bob.id].includes(admin.id);
    if (!isOther) throw unsupported('the administrator is one of the users');
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    await admin.cannot(put, { ...entry(roomId), body }, 'M_FORBIDDEN', { unlike: bob });
    await admin.cannot('getRoomStateWithKey', entry(roomId), 'M_FORBIDDEN', { unlike: bob });
    await admin.joins(roomId);
    await admin.cannot(put, { ...entry(roomId, bob.id), body }, 'M_FORBIDDEN', {
      unlike: { args: { stateKey: admin.id } },
    });
    const closed = { roomId, eventType: 'm.room.avatar', stateKey: '' };
    await alice.setsState(closed, { url: 'mxc://elsewhere.example/alice' });
    await admin.cannot(put, { ...closed, body }, 'M_FORBIDDEN', { unlike: alice });
    await admin.leaves(roomId);
    const later = { ...entry(roomId, ''), body: { text: 'by who has left' } };
    for (const as of [{}, { trailingSlash: 'omitted' }] as const) {
      await admin.cannot(put, { ...later, body: { ...later.body, as } }, 'M_FORBIDDEN', {
        as,
        unlike: bob,
      });
    }
  },
});
