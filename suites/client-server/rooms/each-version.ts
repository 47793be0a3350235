import { jsonOf } from '../../../src/scenario/answer.ts';
import { entry, eventType } from '../../entry.ts';
import { eventsOf, get } from './readings.ts';
import { rooms } from './suite.ts';

// In two halves: a slow homeserver takes long for a dozen rooms.
for (const [from, to] of [
  [1, 6],
  [7, 12],
] as const) {
  rooms.must(`state-is-read-alike-in-room-versions-${from}-to-${to}`, {
    title: `In rooms of the versions ${from} to ${to} an entry is read as it was put, in each way`,
    rows: ['P1', 'P9', 'A16', 'A19'],
    operations: ['getOneRoomEvent'],
    async run({ users, check, checkState, eachRoomVersion }) {
      const { alice } = await users('alice');
      await eachRoomVersion({ from, to }, async (version) => {
        const roomId = await alice.createsRoom({ version });
        const content = { version };
        const event_id = await alice.setsState(entry(roomId, 'a/b'), content);
        const event = { type: eventType, state_key: 'a/b', event_id, room_id: roomId, content };
        const one = await alice.call(get, { ...entry(roomId, 'a/b') });
        checkState('the entry', jsonOf(one), one).equals(content);
        const all = await alice.call('getRoomState', { roomId });
        const found = eventsOf(all).filter(({ type }) => type === eventType);
        check('how many entries of the type the state has', found.length, all).equals(1);
        checkState('the entry in the full state', found[0], all).has(event);
        const fetched = await alice.seesEvent(roomId, event_id);
        checkState('the event by its id', jsonOf(fetched), fetched).has(event);
      });
    },
  });
}
