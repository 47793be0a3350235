import { anyoneMay, entry, put } from '../../entry.ts';
import { joinRule, memberEntry, memberEvent, membership } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'client-server-api/#knocking-on-rooms';

roomMember.must('a-knock-is-taken-retracted-denied-and-accepted', {
  title: 'Where the join rules say so, a user knocks, and takes it back or is answered',
  section,
  rows: ['I22'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 7 }, async (version) => {
      const rules = Number(version) < 10 ? ['knock'] : ['knock', 'knock_restricted'];
      for (const rule of rules) {
        const roomId = await alice.createsRoom({ version, body: joinRule(rule) });
        const content = { membership: 'knock', reason: 'Is anybody in?' };
        await bob.setsState(memberEntry(roomId, bob), content);
        const knocked = await alice.seesState(memberEntry(roomId, bob));
        checkState('the membership', knocked).has(content);
        await bob.call(put, membership(roomId, bob, 'leave'));
        // The versions that brought the rules; the others are to take a knock as well.
        if (!['7', '10'].includes(version)) continue;
        await bob.call(put, membership(roomId, bob, 'knock'));
        await alice.call(put, membership(roomId, bob, 'leave'));
        await bob.call(put, membership(roomId, bob, 'knock'));
        await alice.call(put, membership(roomId, bob, 'invite'));
      }
    });
  },
});

roomMember.must('who-knocks-is-not-in-the-room', {
  title:
    'Who knocks may not join or write, is in once it is accepted and they join, and may knock anew',
  section,
  rows: ['I22'],
  operations: ['getMembersByRoom'],
  async run(context) {
    const { users, check, checkState } = context;
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const body = { ...joinRule('knock'), invite: [mallory.id] };
    const roomId = await alice.createsRoom({ body, ...anyoneMay });
    await mallory.joins(roomId);
    await bob.call(put, membership(roomId, bob, 'knock'));
    const listed = await memberEvent(context, alice, bob, roomId, 'knock');
    check('bob in the list of members', listed).has({
      sender: bob.id,
      state_key: bob.id,
      membership: 'knock',
    });
    await bob.cannot(put, { ...entry(roomId), body: { by: 'bob' } }, 'M_FORBIDDEN', {
      unlike: alice,
    });
    await bob.cannot(put, membership(roomId, bob, 'join'), 'M_FORBIDDEN', {
      unlike: { by: mallory, args: membership(roomId, mallory, 'join') },
    });
    await alice.call(put, membership(roomId, bob, 'invite'));
    const after = await alice.seesState(memberEntry(roomId, bob));
    // A homeserver may accept the invite at once, as it knows what the user wants.
    checkState('the membership', Object(after).membership).isOneOf('invite', 'join');
    await bob.call(put, membership(roomId, bob, 'join'));
    await bob.setsState(entry(roomId), { by: 'bob' });
    await bob.leaves(roomId);
    for (const reason of ['Was in', 'Once more']) {
      await bob.call(put, membership(roomId, bob, 'knock', { reason }));
    }
  },
});

roomMember.must('a-knock-is-answered-by-who-has-the-power', {
  title: 'A knock is accepted with the invite level, denied with the kick level, and not without',
  section,
  rows: ['I22'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const body = { ...joinRule('knock'), invite: [mallory.id] };
    const roomId = await alice.createsRoom({ body, powerLevels: { invite: 50 } });
    await mallory.joins(roomId);
    for (const to of ['leave', 'ban', 'invite']) {
      await bob.call(put, membership(roomId, bob, 'knock'));
      await mallory.cannot(put, membership(roomId, bob, to), 'M_FORBIDDEN', { unlike: alice });
      if (to === 'ban') await alice.call(put, membership(roomId, bob, 'leave'));
    }
  },
});
