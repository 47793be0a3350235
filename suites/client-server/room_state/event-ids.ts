import { isRecord, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import { entry } from '../../entry.ts';
import { eventIdGrammar, isNamedAfterServer } from './event-id-grammar.ts';
import { roomState } from './suite.ts';

roomState.must('event-ids-have-the-form-of-their-room-version', {
  title:
    'In rooms of other versions, too, an event id has the form of the version and finds its event',
  section: 'rooms/v4/#event-ids',
  rows: ['A16', 'A19'],
  operations: ['getOneRoomEvent', 'getRoomState'],
  async run({ users, check, eachRoomVersion, facts }) {
    const { alice } = await users('alice');
    await eachRoomVersion({}, async (version) => {
      // The scenarios that name none are told in rooms of that version.
      if (version === facts.roomVersion) return;
      const roomId = await alice.createsRoom({ version });
      const { pattern, meaning } = eventIdGrammar(version);
      // Some ids have by chance no character in which the forms differ: several have.
      const keys = ['one', 'two', ''];
      const ids: string[] = [];
      for (const key of keys) ids.push(await alice.setsState(entry(roomId, key), { version }));
      const state = await alice.call('getRoomState', { roomId });
      const list = jsonOf(state);
      const listed = (Array.isArray(list) ? list : []).map((one) => isRecord(one) && one.event_id);
      for (const id of [...ids, ...listed]) {
        check('the event id', id, state).matches(pattern, meaning);
        if (!isNamedAfterServer(version) || typeof id !== 'string') continue;
        check('its domain', id.replace(/^[^:]*:/, ''), state).equals(alice.serverName);
      }
      check('the ids of the full state', listed, state).includes(...ids);
      // What is odd about finding those of version 3, the next scenario asks.
      if (version === '3') return;
      const [eventId = ''] = ids;
      const event = await alice.seesEvent(roomId, eventId);
      check('the id of the event', memberOf(event, 'event_id'), event).equals(eventId);
      check('its content', memberOf(event, 'content'), event).equals({ version });
    });
  },
});

/** Of so many ids in base64, one in a million has no slash, or no plus. */
const most = 28;

roomState.must('event-ids-with-a-slash-or-a-plus-find-their-events', {
  title: 'Ids of room version 3, which may hold / and +, find their events',
  section: 'rooms/v3/#event-ids',
  rows: ['A19', 'B2', 'B3'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ from: 3, to: 3 }, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const { pattern, meaning } = eventIdGrammar(version);
      const wanted = new Set(['/', '+']);
      for (let count = 0; wanted.size > 0 && count < most; count += 1) {
        const eventId = await alice.setsState(entry(roomId), { text: `number ${count}` });
        check('the event id', eventId).matches(pattern, meaning);
        const held = [...wanted].filter((character) => eventId.includes(character));
        // The first is looked at in any case.
        if (held.length === 0 && count > 0) continue;
        const event = await alice.seesEvent(roomId, eventId);
        check('the id of the event', memberOf(event, 'event_id'), event).equals(eventId);
        check('its content', memberOf(event, 'content'), event).equals({ text: `number ${count}` });
        // A plus may stand in a path as it is.
        const plain = await alice.call('getOneRoomEvent', { roomId, eventId }, { unencoded: '+$' });
        check('its id, read as it is', memberOf(plain, 'event_id'), plain).equals(eventId);
        for (const character of held) wanted.delete(character);
      }
    });
  },
});
