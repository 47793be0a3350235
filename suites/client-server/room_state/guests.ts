import { isRecord } from '../../../src/scenario/answer.ts';
import { rejected } from '../../../src/scenario/refusal.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#guest-access';
const guestAccess = { type: 'm.room.guest_access', state_key: '' };
const openToGuests = { ...guestAccess, content: { guest_access: 'can_join' } };
/** Who is in no room may read its state where it is world-readable. */
const worldReadable = {
  type: 'm.room.history_visibility',
  state_key: '',
  content: { history_visibility: 'world_readable' },
};

roomState.must('a-guest-may-set-state', {
  title: 'A guest who is in a room sets state there like other members',
  section,
  rows: ['E11'],
  since: 'v1.2',
  async run({ users, guest, checkState }) {
    const { alice } = await users('alice');
    const bob = await guest('bob');
    const roomId = await alice.createsRoom({
      powerLevels: { state_default: 0, events: { 'm.room.avatar': 50 } },
      body: { initial_state: [openToGuests] },
    });
    await bob.joins(roomId);
    for (const { stateKey, as } of pathForms) {
      await bob.setsState(entry(roomId, stateKey), { by: 'bob', as }, as);
    }
    const content = await alice.seesState(entry(roomId));
    checkState('the content of a guest', content).equals({ by: 'bob', as: {} });
    const topic = { roomId, eventType: 'm.room.topic', stateKey: '' };
    await bob.setsState(topic, { topic: 'guests' });
    checkState('what the guest reads', await bob.seesState(topic)).equals({ topic: 'guests' });
    const own = { unlike: { args: { stateKey: bob.id } } };
    const body = { text: 'forbidden', url: 'mxc://elsewhere.example/guest' };
    await bob.cannot(put, { ...entry(roomId, alice.id), body }, 'M_FORBIDDEN', own);
    const closed = { roomId, eventType: 'm.room.avatar', stateKey: '', body };
    await bob.cannot(put, closed, 'M_FORBIDDEN', { unlike: alice });
  },
});

roomState.must('a-guest-does-not-join-a-room-that-is-closed-to-guests', {
  title: 'A guest who would join by PUT is refused where m.room.guest_access is not can_join',
  section,
  rows: ['E11'],
  async run({ users, guest }) {
    const { alice, charlie } = await users('alice', 'charlie');
    const bob = await guest('bob');
    const roomId = await alice.createsRoom({ body: { initial_state: [worldReadable] } });
    const closed = { roomId, eventType: guestAccess.type, stateKey: '' };
    const args = { roomId, eventType: 'm.room.member', body: { membership: 'join' } };
    for (const content of [{ guest_access: 'forbidden' }, { guest_access: 'unknown' }, {}]) {
      await alice.setsState(closed, content);
      await bob.cannot(put, { ...args, stateKey: bob.id }, rejected, {
        unlike: { by: charlie, args: { stateKey: charlie.id } },
      });
    }
  },
});

roomState.must('guests-leave-a-room-that-closes-to-them', {
  title: 'A PUT of m.room.guest_access that is no longer can_join has the guests leave the room',
  section,
  rows: ['E11'],
  async run({ users, guest, checkState, eventually }) {
    const { alice, charlie } = await users('alice', 'charlie');
    const bob = await guest('bob');
    const body = { initial_state: [openToGuests] };
    const roomId = await alice.createsRoom({ joinedBy: [charlie], body });
    await bob.joins(roomId);
    const membershipOf = async (stateKey: string) => {
      const member = await alice.seesState({ roomId, eventType: 'm.room.member', stateKey });
      return isRecord(member) ? member.membership : member;
    };
    const access = { roomId, eventType: guestAccess.type, stateKey: '' };
    await alice.setsState(access, { guest_access: 'can_join', again: true });
    checkState('a guest of a room that stays open', await membershipOf(bob.id)).equals('join');
    for (const content of [{ guest_access: 'forbidden' }, {}, { guest_access: 'unknown' }]) {
      await alice.setsState(access, content);
      const left = await eventually(async () =>
        (await membershipOf(bob.id)) === 'leave' ? 'leave' : undefined,
      );
      const membership = left ?? (await membershipOf(bob.id));
      checkState('the membership of a guest', membership).equals('leave');
      await alice.setsState(access, { guest_access: 'can_join', instead: content });
      await bob.joins(roomId);
    }
    checkState('a guest who came back', await membershipOf(bob.id)).equals('join');
    checkState('that of a user', await membershipOf(charlie.id)).equals('join');
  },
});
