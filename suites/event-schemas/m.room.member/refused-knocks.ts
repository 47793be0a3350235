import { rejected } from '../../../src/scenario/refusal.ts';
import { put } from '../../entry.ts';
import { joinRule, membership } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

roomMember.must('a-room-that-takes-no-knocks-refuses-them', {
  title: 'Nobody knocks where the join rule is public, invite, restricted or private',
  section,
  rows: ['I20'],
  async run({ users }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const open = await alice.createsRoom({ body: joinRule('knock') });
    const roomId = await alice.createsRoom();
    const rules = { roomId, eventType: 'm.room.join_rules', stateKey: '' };
    for (const join_rule of ['public', 'invite', 'restricted', 'private']) {
      await alice.setsState(rules, { join_rule });
      await mallory.cannot(put, membership(roomId, mallory, 'knock'), 'M_FORBIDDEN', {
        unlike: { args: { roomId: open } },
        seenBy: alice,
      });
    }
  },
});

roomMember.must('knock-restricted-takes-no-knocks-before-version-10', {
  title: 'Nobody knocks by knock_restricted in the room versions that do not know it',
  section: 'rooms/v8/#authorization-rules',
  rows: ['I20'],
  async run({ users, eachRoomVersion }) {
    const { alice, mallory } = await users('alice', 'mallory');
    await eachRoomVersion({ from: 7, to: 9 }, async (version) => {
      const open = await alice.createsRoom({ version, body: joinRule('knock') });
      const roomId = await alice.createsRoom({ version, body: joinRule('knock_restricted') });
      await mallory.cannot(put, membership(roomId, mallory, 'knock'), 'M_FORBIDDEN', {
        unlike: { args: { roomId: open } },
        seenBy: alice,
      });
    });
  },
});

roomMember.must('a-knock-is-unknown-before-version-7', {
  title: 'A knock is rejected in room versions 1 to 6, whatever the join rule',
  section: 'rooms/v6/#authorization-rules',
  rows: ['I21'],
  async run({ users, eachRoomVersion }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const open = await alice.createsRoom({ body: joinRule('knock') });
    await eachRoomVersion({ to: 6 }, async (version) => {
      // Either way it is rejected: no time is lost with both in each version.
      for (const rule of ['1', '6'].includes(version) ? ['knock', 'public'] : ['knock']) {
        const roomId = await alice.createsRoom({ version, body: joinRule(rule) });
        await mallory.cannot(put, membership(roomId, mallory, 'knock'), rejected, {
          unlike: { args: { roomId: open } },
          seenBy: alice,
        });
      }
    });
  },
});

roomMember.must('who-is-in-invited-or-banned-cannot-knock', {
  title: 'Who is joined, invited or banned cannot knock, and nobody knocks for another',
  section,
  rows: ['I20'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ body: joinRule('knock') });
    const beside = { unlike: { by: bob, args: membership(roomId, bob, 'knock') }, seenBy: alice };
    const knock = membership(roomId, mallory, 'knock');
    await alice.cannot(put, knock, rejected, beside);
    const puts = (to: string) => () => alice.call(put, membership(roomId, mallory, to));
    for (const become of [puts('invite'), () => mallory.joins(roomId), puts('ban')]) {
      await become();
      await mallory.cannot(put, knock, rejected, beside);
    }
    await alice.call(put, membership(roomId, mallory, 'leave'));
    await mallory.call(put, knock);
  },
});
