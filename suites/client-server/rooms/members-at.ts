import { memberOf } from '../../../src/scenario/answer.ts';
import { inconclusive } from '../../../src/scenario/stop-scenario.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry } from '../../entry.ts';
import { patiently } from './patiently.ts';
import { eventsOf, isSameMap, membershipsOf } from './readings.ts';
import { rooms } from './suite.ts';

const members = 'getMembersByRoom';

rooms.must('members-are-those-of-a-point-in-time', {
  title: 'With the prev_batch of a sync, the members are those of then',
  section: 'client-server-api/#get_matrixclientv3roomsroomidmembers',
  rows: ['P9'],
  operations: [members],
  async run({ users, checkState, eventually }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    // Whichever side of its event a token is on, bob had joined by then, and not yet left.
    let newest = '';
    for (const version of [1, 2, 3]) newest = await alice.setsState(entry(roomId), { version });
    await alice.seesEvent(roomId, newest);
    const at = await prevBatch(alice, roomId);
    await mallory.joins(roomId);
    await bob.leaves(roomId);
    const then = { [alice.id]: 'join', [bob.id]: 'join' };
    const now = { ...then, [bob.id]: 'leave', [mallory.id]: 'join' };
    const after = await patiently({ eventually })(
      () => alice.call(members, { roomId }),
      (answer) => isSameMap(membershipsOf(eventsOf(answer)), now),
    );
    checkState('the members now', membershipsOf(eventsOf(after)), after).equals(now);
    const before = await alice.call(members, { roomId, at });
    checkState('the members then', membershipsOf(eventsOf(before)), before).equals(then);
    const joined = await alice.call(members, { roomId, at, membership: 'leave' });
    checkState('those who had left by then', eventsOf(joined), joined).equals([]);
  },
});

/** A token of the point before the newest event of a room. */
async function prevBatch(alice: User, roomId: string): Promise<string> {
  const filter = JSON.stringify({ room: { rooms: [roomId], timeline: { limit: 1 } } });
  const joined = memberOf(await alice.call('sync', { filter, timeout: 0 }), 'rooms');
  const room: unknown = Object(Object(Object(joined).join)[roomId]).timeline;
  const token: unknown = Object(room).prev_batch;
  if (typeof token === 'string') return token;
  throw inconclusive('sync shows no prev_batch of the room');
}
