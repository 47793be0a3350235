import { type Answer, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import type { Attempt } from '../../../src/scenario/observe.ts';
import { entry } from '../../entry.ts';
import { departures } from './departures.ts';
import { entriesOf, eventsOf, get, unseen } from './readings.ts';
import { rooms } from './suite.ts';

const operations = ['getMembersByRoom', 'getOneRoomEvent'];
const early = { told: 'early' };
const late = { told: 'late' };

for (const { name, title, rows, departs, afterwards, mayBeRefused } of departures) {
  rooms.must(name, {
    title,
    rows,
    operations,
    async run({ users, checkState }) {
      const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
      const roomId = await alice.createsRoom({ joinedBy: [mallory] });
      const earlyId = await alice.setsState(entry(roomId), early);
      await alice.setsState(entry(roomId, 'kept'), early);
      await departs(alice, mallory, roomId);
      const lateId = await alice.setsState(entry(roomId), late);
      await alice.setsState(entry(roomId, 'new'), late);
      await bob.joins(roomId);
      await afterwards?.(alice, mallory, roomId);

      const sees = async (
        what: string,
        [operationId, args, as]: Attempt,
        pick: (answer: Answer) => unknown,
        expected: unknown,
      ) => {
        const answer = await mallory.asks(operationId, args, as);
        const seen = answer.status === 200 ? pick(answer) : answer.status;
        const allowed = mayBeRefused ? [expected, 403] : [expected];
        checkState(`${what}, read by mallory`, seen, answer).isOneOf(...allowed);
      };
      const asEvent = { query: { format: 'event' } };
      const contentIn = (answer: Answer) => memberOf(answer, 'content') ?? jsonOf(answer);
      const idsIn = (answer: Answer) => eventsOf(answer).map(({ state_key }) => state_key);
      const isBobThere = (answer: Answer) => idsIn(answer).includes(bob.id);
      await sees('the entry', [get, { ...entry(roomId) }], jsonOf, early);
      await sees('the event of the entry', [get, { ...entry(roomId) }, asEvent], contentIn, early);
      await sees('an entry that is still the same', [get, entry(roomId, 'kept')], jsonOf, early);
      await sees('an entry of later', [get, entry(roomId, 'new')], jsonOf, 404);
      const all: Attempt = ['getRoomState', { roomId }];
      const entries = (answer: Answer) => entriesOf(eventsOf(answer));
      await sees('the full state', all, entries, { key: early, kept: early });
      await sees('whether bob, who joined later, is in it', all, isBobThere, false);
      const members: Attempt = ['getMembersByRoom', { roomId }];
      await sees('whether bob is among the members', members, isBobThere, false);
      await sees('whether alice is', members, (answer) => idsIn(answer).includes(alice.id), true);
      const before: Attempt = ['getOneRoomEvent', { roomId, eventId: earlyId }];
      await alice.seesEvent(roomId, earlyId);
      if (!mayBeRefused) await sees('the event of before', before, contentIn, early);
      await alice.seesEvent(roomId, lateId);
      const after = { roomId, eventId: lateId };
      await mallory.cannot('getOneRoomEvent', after, unseen, { unlike: alice });
    },
  });
}

rooms.must('who-joined-again-reads-the-state-as-it-is', {
  title: 'Who joins again reads the current state, and who leaves again that of the last leaving',
  rows: ['P5'],
  operations: ['getMembersByRoom'],
  async run({ users, checkState }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom();
    const sees = async (when: string, version: number) => {
      const one = await mallory.call(get, { ...entry(roomId) });
      checkState(`the entry ${when}`, jsonOf(one), one).equals({ version });
      const all = await mallory.call('getRoomState', { roomId });
      const found = entriesOf(eventsOf(all));
      checkState(`the full state ${when}`, found, all).equals({ key: { version } });
    };
    for (const version of [1, 3]) {
      await mallory.joins(roomId);
      await alice.setsState(entry(roomId), { version });
      await sees('while mallory is in the room', version);
      await mallory.leaves(roomId);
      await alice.setsState(entry(roomId), { version: version + 1 });
      await sees('after mallory left', version);
    }
  },
});
