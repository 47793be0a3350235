import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey';
const body = { text: 'of an odd room' };

roomState.observes('what-is-no-room-id-is-answered-in-good-order', {
  title:
    'A PUT into what is no room id, an alias or nothing at all among it, is answered in good order',
  section,
  rows: ['F8'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const at = (room: string) => ({ ...entry(room), body });
    await alice.tries(roomId, {
      'an alias that points to a room': [put, at(await alice.createsAlias(roomId))],
      'an alias that nobody made': [put, at(alice.freshAlias())],
      'a user id': [put, at(alice.id)],
      'a word': [put, at('room')],
      'an exclamation mark alone': [put, at('!')],
      'a room id with a space in it': [put, at(`!with a space:${alice.serverName}`)],
      'a room id of 300 bytes': [put, at(`!${'r'.repeat(300)}`)],
      'no room id': [put, at('ROOM'), { replacing: { '/ROOM/': '//' } }],
    });
  },
});

roomState.observes('a-room-with-a-tombstone-is-answered-in-good-order', {
  title: 'A PUT into a room that was replaced by another one is answered in good order',
  section: 'client-server-api/#mroomtombstone',
  rows: ['F15'],
  async run({ users }) {
    const { alice } = await users('alice');
    const [roomId, successor] = [await alice.createsRoom(), await alice.createsRoom()];
    const eventType = 'm.room.tombstone';
    const content = { body: 'it has moved', replacement_room: successor };
    await alice.setsState({ roomId, eventType, stateKey: '' }, content);
    await alice.tries(successor, {
      'an entry after the tombstone': [put, { ...entry(roomId), body }],
      'a second tombstone': [put, { roomId, eventType, stateKey: '', body: content }],
    });
  },
});

roomState.observes('a-message-as-state-is-answered-in-good-order', {
  title: 'A PUT of a type that is one of messages, not of state, is answered in good order',
  section: 'client-server-api/#types-of-room-events',
  rows: ['F16'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const other = await alice.createsRoom();
    const redacts = await alice.setsState(entry(roomId), body);
    const relation = { rel_type: 'm.annotation', event_id: redacts, key: 'good' };
    const at = (eventType: string, content: object) =>
      [put, { roomId, eventType, stateKey: '', body: content }] as const;
    await alice.tries(other, {
      'm.room.message': at('m.room.message', { msgtype: 'm.text', body: 'hello' }),
      'm.reaction': at('m.reaction', { 'm.relates_to': relation }),
      'm.room.encrypted': at('m.room.encrypted', { algorithm: 'none', ciphertext: 'x' }),
      'm.room.redaction': at('m.room.redaction', { redacts, reason: 'as state' }),
    });
  },
});
