import { put } from '../../entry.ts';
import { anyoneInvites, memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

/** What takes a power level: its name, what it brings a membership to, and how it is told. */
const actions = [
  { level: 'kick', to: 'leave', name: 'kicking-takes-the-kick-level', rows: ['I14'], what: 'kick' },
  { level: 'ban', to: 'ban', name: 'banning-takes-the-ban-level', rows: ['I14'], what: 'ban' },
  {
    level: 'invite',
    to: 'invite',
    name: 'inviting-takes-the-invite-level',
    rows: ['I10', 'I13'],
    what: 'invite',
  },
] as const;

/** One of the levels, and another for the others and for all that is not of the moderators. */
function levels(name: string, level: number, others: number) {
  const names = ['kick', 'ban', 'invite', 'redact', 'state_default'];
  return {
    ...Object.fromEntries(names.map((one) => [one, others])),
    [name]: level,
    events: { 'm.room.member': others },
  };
}

for (const { level, to, name, rows, what } of actions) {
  roomMember.must(name, {
    title: `A member may ${what} with the ${level} level exactly, and not below it, whatever the others are, or were`,
    section,
    rows,
    async run({ users, checkState }) {
      const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
      const joinedBy = to === 'invite' ? [bob] : [bob, mallory];
      const high = await alice.createsRoom({ joinedBy, powerLevels: levels(level, 60, 10) });
      await alice.grants(high, bob, 59);
      const cannot = { unlike: alice };
      await bob.cannot(put, membership(high, mallory, to), 'M_FORBIDDEN', cannot);
      const low = await alice.createsRoom({ joinedBy, powerLevels: levels(level, 10, 60) });
      await alice.grants(low, bob, 10);
      const content = { membership: to, reason: 'with the level' };
      await bob.setsState(memberEntry(low, mallory), content);
      checkState('the membership', await alice.seesState(memberEntry(low, mallory))).has(content);
      // And as the levels become: raised in the one room, lowered in the other.
      const becomes = async (roomId: string, value: number) => {
        const entry = { roomId, eventType: 'm.room.power_levels', stateKey: '' };
        await alice.setsState(entry, { ...Object(await alice.seesState(entry)), [level]: value });
        if (to === 'leave') await mallory.joins(roomId);
        return membership(roomId, mallory, to, { reason: `with ${value}` });
      };
      await bob.cannot(put, await becomes(low, 11), 'M_FORBIDDEN', cannot);
      await bob.call(put, await becomes(high, 59));
    },
  });
}

roomMember.must('the-default-level-of-users-counts', {
  title: 'Who has no level of their own invites, kicks and bans with users_default',
  section: 'client-server-api/#mroompower_levels',
  rows: ['I10', 'I14'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const powerLevels = { users_default: 40, invite: 40, kick: 40, ban: 40 };
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    await alice.grants(roomId, mallory, 39);
    for (const to of ['invite', 'leave', 'ban', 'leave']) {
      await bob.call(put, membership(roomId, mallory, to));
    }
    await bob.leaves(roomId);
    await mallory.joins(roomId);
    const invite = membership(roomId, bob, 'invite');
    await mallory.cannot(put, invite, 'M_FORBIDDEN', { unlike: alice });
  },
});

roomMember.must('the-level-of-the-event-type-does-not-count', {
  title: 'What m.room.member or other state takes as a type, neither hinders memberships nor helps',
  section,
  rows: ['I10', 'I14', 'I15'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const dear = { state_default: 100, events: { 'm.room.member': 100 }, invite: 0 };
    const closed = await alice.createsRoom({ powerLevels: dear });
    await bob.call(put, membership(closed, bob, 'join'));
    await bob.call(put, membership(closed, bob, 'join', { displayname: 'Bob' }));
    await bob.call(put, membership(closed, mallory, 'invite'));
    await bob.call(put, membership(closed, bob, 'leave'));
    const free = { state_default: 0, events: { 'm.room.member': 0 }, invite: 50 };
    const open = await alice.createsRoom({ joinedBy: [bob], powerLevels: free });
    await bob.cannot(put, membership(open, mallory, 'invite'), 'M_FORBIDDEN', { unlike: alice });
    // To revoke an invite is to kick.
    await bob.cannot(put, membership(open, mallory, 'leave'), 'M_FORBIDDEN', { unlike: alice });
    await bob.cannot(put, membership(open, mallory, 'ban'), 'M_FORBIDDEN', { unlike: alice });
  },
});

roomMember.must('who-invited-somebody-needs-the-kick-level-to-revoke-it', {
  title: 'An invite is revoked with the kick level, and not because it was one’s own',
  section: 'client-server-api/#mroommember',
  rows: ['I14'],
  async run({ users, checkState }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneInvites });
    await bob.call(put, membership(roomId, mallory, 'invite'));
    await bob.cannot(put, membership(roomId, mallory, 'leave'), 'M_FORBIDDEN', { unlike: alice });
    const gone = await alice.seesState(memberEntry(roomId, mallory));
    checkState('the membership after the invite was revoked', gone).has({ membership: 'leave' });
  },
});
