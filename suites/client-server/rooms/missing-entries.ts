import { entry, eventType } from '../../entry.ts';
import { get, unseen } from './readings.ts';
import { rooms } from './suite.ts';

rooms.must('an-entry-of-another-room-type-or-key-is-not-found', {
  title: 'What is set in another room, under another type or another key, is 404 M_NOT_FOUND',
  rows: ['P3'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    const another = await alice.createsRoom();
    await alice.setsState(entry(roomId), { text: 'set' });
    const set = entry(roomId);
    for (const missing of [
      entry(another),
      { ...set, eventType: `${eventType}.other` },
      { ...set, eventType: eventType.slice(0, -1) },
      { ...set, eventType: 'key', stateKey: eventType },
      { ...set, stateKey: 'key2' },
      { ...set, stateKey: 'ke' },
      { ...set, stateKey: '' },
      { ...set, stateKey: '*' },
      { roomId, eventType: 'm.room.member', stateKey: bob.id },
      { roomId, eventType: 'm.room.member', stateKey: '' },
    ]) {
      await alice.cannot(get, missing, 'M_NOT_FOUND', { unlike: { args: set } });
    }
    const as = { query: { format: 'event' } };
    await alice.cannot(get, entry(roomId, 'key2'), 'M_NOT_FOUND', { as, unlike: { args: set } });
  },
});

rooms.must('an-event-is-found-in-its-own-room-only', {
  title: 'An event is not found by its id in another room, also not by a member of both',
  section: 'client-server-api/#get_matrixclientv3roomsroomideventeventid',
  rows: ['A16', 'P3'],
  operations: ['getOneRoomEvent'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    const shared = await alice.createsRoom({ joinedBy: [bob] });
    const eventId = await alice.setsState(entry(roomId), { text: 'set' });
    await alice.seesEvent(roomId, eventId);
    const args = { roomId: shared, eventId };
    await alice.cannot('getOneRoomEvent', args, unseen, { unlike: { args: { roomId } } });
    // Otherwise whoever knows an id reads every room by way of their own.
    const control = { unlike: { by: alice, args: { roomId } } };
    await bob.cannot('getOneRoomEvent', args, unseen, control);
  },
});
