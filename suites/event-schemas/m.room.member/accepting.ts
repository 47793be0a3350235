import { rejected } from '../../../src/scenario/refusal.ts';
import { put } from '../../entry.ts';
import { joinRule, memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';

/** The join rules that let the invited in, by the room version that brought them. */
const rules = [
  ['invite', 1],
  ['public', 1],
  ['knock', 7],
  ['restricted', 8],
  ['knock_restricted', 10],
] as const;

const ways = ['setRoomStateWithKey', 'joinRoomById', 'joinRoom'] as const;

roomMember.must('an-invite-is-accepted-whatever-the-join-rule', {
  title: 'Who is invited joins by a PUT, and by POST, where the join rule is any that lets them in',
  section,
  rows: ['I15', 'I16'],
  operations: ['joinRoomById', 'joinRoom'],
  async run({ users, checkState, eachRoomVersion }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    await eachRoomVersion({ from: 7 }, async (version) => {
      const known = rules.filter(([, since]) => since <= Number(version));
      for (const [index, [rule, since]] of known.entries()) {
        // All ways where a rule is new, and one of them in each later version.
        const isNew = Math.max(since, 7) === Number(version);
        const some = isNew ? ways : [ways[(index + Number(version)) % 3] ?? put];
        for (const way of some) {
          const body = { ...joinRule(rule), invite: [bob.id] };
          const roomId = await alice.createsRoom({ version, body });
          const joins = {
            setRoomStateWithKey: membership(roomId, bob, 'join'),
            joinRoomById: { roomId, body: {} },
            joinRoom: { roomIdOrAlias: roomId, body: {} },
          };
          await bob.call(way, joins[way]);
          const after = await alice.seesState(memberEntry(roomId, bob));
          checkState(`the membership by ${way} where the rule is ${rule}`, after).has({
            membership: 'join',
          });
          if (rule === 'public' || way !== put) continue;
          await mallory.cannot(put, membership(roomId, mallory, 'join'), rejected, {
            unlike: { by: bob, args: membership(roomId, bob, 'join') },
          });
        }
      }
    });
  },
});

roomMember.must('an-unknown-join-rule-lets-not-even-the-invited-in', {
  title: 'Where the join rule is private, or none that there is, not even who is invited joins',
  section,
  rows: ['I15', 'I16'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const open = await alice.createsRoom();
    for (const rule of ['private', 'org.example.rule']) {
      const roomId = await alice.createsRoom({ body: joinRule(rule) });
      await alice.invites(roomId, bob);
      await bob.cannot(put, membership(roomId, bob, 'join'), rejected, {
        unlike: { args: { roomId: open } },
        seenBy: alice,
      });
    }
  },
});
