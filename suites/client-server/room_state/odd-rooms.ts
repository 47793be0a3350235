import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const read = 'getRoomStateWithKey';
const body = { text: 'odd' };

roomState.observes('odd-room-ids-are-answered-in-good-order', {
  title:
    'A PUT or GET with what is no room id, or an alias in its place, is answered in good order',
  rows: ['F7', 'F8'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const alias = await alice.createsAlias(roomId);
    const to = (odd: string) => [put, { ...entry(odd), body }] as const;
    const from = (odd: string) => [read, { ...entry(odd) }] as const;
    await alice.tries(roomId, {
      'a PUT to an alias in place of the room id': to(alias),
      'a GET of an alias in place of the room id': from(alias),
      'a PUT to an empty room id': to(''),
      'a GET of an empty room id': from(''),
      'a PUT to a word': to('room'),
      'a GET of a word': from('room'),
      'a PUT to a lone !': to('!'),
      'a PUT to a user id': to(alice.id),
      'a PUT to an event id': to('$event'),
      'a PUT to a room id with a bad server name': to('!room:not a server'),
      'a PUT to a room id with a space': to('!a room:example.org'),
      'a PUT to a room id of 300 bytes': to(`!${'a'.repeat(300)}:${alice.serverName}`),
      'a PUT to a room id with a NUL': to(`!\u0000:${alice.serverName}`),
      'a PUT to the room id in upper case': to(`${roomId.toUpperCase()}X`),
      'a PUT to an unknown room of another server': to('!unknown:example.org'),
      'a PUT to an unknown room without a server': to(`!${'A'.repeat(43)}`),
    });
  },
});

roomState.observes('state-after-a-tombstone-is-answered-in-good-order', {
  title: 'A PUT of state into a room that has a tombstone is answered in good order',
  section: 'client-server-api/#mroomtombstone',
  rows: ['F15'],
  async run({ users, note }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const old = await alice.createsRoom();
    const tombstone = { ...entry(old, ''), eventType: 'm.room.tombstone' };
    await alice.setsState(tombstone, { body: 'moved', replacement_room: roomId });
    await alice.tries(roomId, {
      'an entry after the tombstone': [put, { ...entry(old), body }],
      'the topic after the tombstone': [
        put,
        { ...entry(old, ''), eventType: 'm.room.topic', body: { topic: 'moved' } },
      ],
      'the tombstone once more': [
        put,
        { ...tombstone, body: { body: 'moved', replacement_room: roomId } },
      ],
      'a tombstone without a room': [put, { ...tombstone, body: {} }],
      'reading the entry': [read, { ...entry(old) }],
    });
    const answer = await alice.asks(read, tombstone);
    note(`the tombstone is read with ${answer.status}`);
  },
});

roomState.observes('message-events-as-state-are-answered-in-good-order', {
  title: 'A PUT of state under a type that is one of messages is answered in good order',
  rows: ['F16'],
  async run({ users, note }) {
    const { alice } = await users('alice');
    const [roomId, odd] = [await alice.createsRoom(), await alice.createsRoom()];
    const target = await alice.setsState(entry(odd), { text: 'target' });
    const relates = { event_id: target, rel_type: 'm.annotation', key: '+' };
    const as = (eventType: string, content: unknown, stateKey = '') =>
      [put, { roomId: odd, eventType, stateKey, body: content }] as const;
    await alice.tries(roomId, {
      'm.room.message as state': as('m.room.message', { msgtype: 'm.text', body: 'state' }),
      'm.room.message as state under a key': as('m.room.message', { body: 'no msgtype' }, 'key'),
      'm.reaction as state': as('m.reaction', { 'm.relates_to': relates }),
      'm.room.redaction as state': as('m.room.redaction', { redacts: target }),
      'm.room.redaction as state, of nothing': as('m.room.redaction', {}),
      'm.room.encrypted as state': as('m.room.encrypted', { algorithm: 'none' }),
      'm.typing as state': as('m.typing', { user_ids: [] }),
    });
    const answer = await alice.asks(read, { ...entry(odd) });
    note(`afterwards the entry that was to be redacted is answered with ${answer.status}`);
  },
});
