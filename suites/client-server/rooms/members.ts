import type { Answer } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import type { User } from '../../../src/scenario/user.ts';
import { patiently } from './patiently.ts';
import { eventsOf, isSameMap, membershipsOf, type Shown } from './readings.ts';
import { rooms } from './suite.ts';

const members = 'getMembersByRoom';
const section = 'client-server-api/#get_matrixclientv3roomsroomidmembers';

function areThey(expected: Shown): (answer: Answer) => boolean {
  return (answer) => isSameMap(membershipsOf(eventsOf(answer)), expected);
}

/** A room whose members are: alice joined, bob left, mallory banned. */
async function mixedRoom(
  { eventually }: Pick<Context, 'eventually'>,
  alice: User,
  bob: User,
  mallory: User,
): Promise<string> {
  const roomId = await alice.createsRoom({ joinedBy: [bob, mallory] });
  await bob.leaves(roomId);
  await alice.bans(roomId, mallory);
  const all = { [alice.id]: 'join', [bob.id]: 'leave', [mallory.id]: 'ban' };
  await patiently({ eventually })(() => alice.call(members, { roomId }), areThey(all));
  return roomId;
}

rooms.must('members-are-listed-with-their-membership', {
  title: 'The members are those of the state: joined, invited, left and banned ones, each once',
  section,
  rows: ['P9'],
  operations: [members],
  async run({ users, check, checkState, eventually }) {
    const until = patiently({ eventually });
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom();
    const listed = async (when: string, expected: Readonly<Record<string, string>>) => {
      const answer = await until(() => alice.call(members, { roomId }), areThey(expected));
      const events = eventsOf(answer);
      checkState(`the members ${when}`, membershipsOf(events), answer).equals(expected);
      const count = Object.keys(expected).length;
      checkState(`how many there are ${when}`, events.length, answer).equals(count);
      for (const { room_id } of events) check('their room', room_id, answer).equals(roomId);
      const state = await until(() => alice.call('getRoomState', { roomId }), areThey(expected));
      const ids = membershipsOf(eventsOf(state));
      checkState(`the members in the full state ${when}`, ids, state).equals(expected);
    };
    await listed('at first', { [alice.id]: 'join' });
    await bob.joins(roomId);
    await alice.invites(roomId, mallory);
    await listed('after a join', { [alice.id]: 'join', [bob.id]: 'join', [mallory.id]: 'invite' });
    await bob.leaves(roomId);
    await alice.bans(roomId, mallory);
    await listed('after a ban', { [alice.id]: 'join', [bob.id]: 'leave', [mallory.id]: 'ban' });
  },
});

rooms.must('members-are-filtered-by-one-membership', {
  title: 'With membership only those are listed, and with not_membership all others',
  section,
  rows: ['P9'],
  operations: [members],
  async run({ users, checkState, eventually }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await mixedRoom({ eventually }, alice, bob, mallory);
    const all = { join: alice.id, leave: bob.id, ban: mallory.id };
    for (const membership of ['join', 'leave', 'ban', 'invite', 'knock']) {
      for (const name of ['membership', 'not_membership']) {
        const wanted = Object.entries(all).filter(
          ([own]) => (own === membership) === (name === 'membership'),
        );
        const expected = Object.fromEntries(wanted.map(([own, id]) => [id, own]));
        const args = { roomId, [name]: membership };
        const answer = await alice.call(members, args);
        const found = membershipsOf(eventsOf(answer));
        checkState(`the members with ${name}=${membership}`, found, answer).equals(expected);
      }
    }
  },
});

rooms.must('one-of-two-member-filters-is-enough', {
  title: 'With membership and not_membership, those are listed who satisfy either',
  section,
  rows: ['P9'],
  operations: [members],
  async run({ users, checkState, eventually }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await mixedRoom({ eventually }, alice, bob, mallory);
    const [joined, left, banned] = [
      { [alice.id]: 'join' },
      { [bob.id]: 'leave' },
      { [mallory.id]: 'ban' },
    ];
    for (const [membership, not_membership, expected] of [
      ['join', 'leave', { ...joined, ...banned }],
      ['leave', 'leave', { ...joined, ...left, ...banned }],
      ['ban', 'join', { ...left, ...banned }],
    ] as const) {
      const args = { roomId, membership, not_membership };
      const answer = await alice.call(members, args);
      const subject = `the members with ${membership}, or else not ${not_membership}`;
      checkState(subject, membershipsOf(eventsOf(answer)), answer).equals(expected);
    }
  },
});
