import { type Answer, jsonOf } from '../../../src/scenario/answer.ts';
import { entry } from '../../entry.ts';
import { patiently } from './patiently.ts';
import { entriesOf, eventsOf, get, readings, unseen } from './readings.ts';
import { rooms } from './suite.ts';

const section = 'client-server-api/#room-history-visibility';

/** Everything but `world_readable`. The last is none, and counts as `shared`. */
const closed = ['shared', 'invited', 'joined', 'org.example.open'];

function visibilityOf(roomId: string) {
  return { roomId, eventType: 'm.room.history_visibility', stateKey: '' };
}

rooms.must('a-world-readable-room-is-read-by-everybody', {
  title: 'Who never joined a world-readable room reads its current state',
  section,
  rows: ['P8'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState, note }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom();
    await alice.setsState(visibilityOf(roomId), { history_visibility: 'world_readable' });
    for (const version of [1, 2]) {
      const content = { version };
      const eventId = await alice.setsState(entry(roomId), content);
      const one = await mallory.call(get, { ...entry(roomId) });
      checkState(`the entry, read by mallory`, jsonOf(one), one).equals(content);
      const shown = await mallory.call(get, { ...entry(roomId), format: 'event' });
      check('the event of the entry, read by mallory', jsonOf(shown), shown).has({ content });
      const bare = { trailingSlash: 'omitted' } as const;
      await alice.setsState(entry(roomId, ''), content, bare);
      const empty = await mallory.call(get, { ...entry(roomId, '') }, bare);
      checkState('the entry of the empty key', jsonOf(empty), empty).equals(content);
      const all = await mallory.call('getRoomState', { roomId });
      const everything = { '': content, key: content };
      checkState('the full state, read by mallory', entriesOf(eventsOf(all)), all).equals(
        everything,
      );
      const event = await mallory.seesEvent(roomId, eventId);
      check('the event, read by mallory', jsonOf(event), event).has({ content, room_id: roomId });
    }
    // Who is invited is no member either.
    await alice.invites(roomId, mallory);
    await alice.setsState(entry(roomId), { version: 3 });
    const invited = await mallory.call(get, { ...entry(roomId) });
    checkState('the entry, read by who is invited', jsonOf(invited), invited).equals({
      version: 3,
    });
    const all = await mallory.call('getRoomState', { roomId });
    const { key } = entriesOf(eventsOf(all));
    checkState('the full state, read by who is invited', key, all).equals({ version: 3 });
    await mallory.leaves(roomId);
    // Of the members, the document says that one has to be, or to have been, one of them.
    const members = await mallory.asks('getMembersByRoom', { roomId });
    note(`the members, read by who never joined: ${members.status}`);
  },
});

rooms.must('no-other-visibility-opens-a-room-to-strangers', {
  title: 'A room whose history visibility is, or becomes, another is closed to who never joined',
  section,
  rows: ['P4', 'P8'],
  operations: ['getOneRoomEvent'],
  async run({ users }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom();
    for (const history_visibility of ['world_readable', ...closed]) {
      const isClosed = history_visibility !== 'world_readable';
      const answer = await alice.asks('setRoomStateWithKey', {
        ...visibilityOf(roomId),
        body: { history_visibility },
      });
      // Whether a value that there is not may be set, the specification does not say.
      if (answer.status >= 400 && history_visibility === closed.at(-1)) continue;
      const eventId = await alice.setsState(entry(roomId), { history_visibility });
      await alice.seesEvent(roomId, eventId);
      if (!isClosed) continue;
      for (const [operationId, args, as] of Object.values(readings(roomId)).slice(0, 3)) {
        const beside = { unlike: alice, ...(as && { as }) };
        await mallory.cannot(operationId, args, 'M_FORBIDDEN', beside);
      }
      await mallory.cannot('getOneRoomEvent', { roomId, eventId }, unseen, { unlike: alice });
    }
  },
});

rooms.must('members-read-the-current-state-whatever-the-visibility', {
  title: 'A member reads the state from before they joined, whatever the history visibility',
  rows: ['P1', 'P9'],
  operations: ['getMembersByRoom'],
  async run({ users, checkState, eventually }) {
    const until = patiently({ eventually });
    const { alice, bob } = await users('alice', 'bob');
    for (const history_visibility of closed.slice(0, 3)) {
      const roomId = await alice.createsRoom();
      await alice.setsState(visibilityOf(roomId), { history_visibility });
      const content = { history_visibility };
      await alice.setsState(entry(roomId), content);
      await bob.joins(roomId);
      const one = await bob.call(get, { ...entry(roomId) });
      const subject = `read by bob with the visibility ${history_visibility}`;
      checkState(`the entry ${subject}`, jsonOf(one), one).equals(content);
      const all = await bob.call('getRoomState', { roomId });
      const found = entriesOf(eventsOf(all));
      checkState(`the full state ${subject}`, found, all).equals({ key: content });
      const idsIn = (answer: Answer) => eventsOf(answer).map(({ state_key }) => state_key);
      const members = await until(
        () => bob.asks('getMembersByRoom', { roomId }),
        (answer) => [alice.id, bob.id].every((id) => idsIn(answer).includes(id)),
      );
      checkState(`the members ${subject}`, idsIn(members), members).includes(alice.id, bob.id);
    }
  },
});
