import { isRecord, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import { entry, eventType } from '../../entry.ts';
import { roomState } from './suite.ts';

const [most, least] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

/** Any JSON value that an event may hold. */
const content = {
  list: [3, 'two', null, { one: 1 }],
  zero: 0,
  no: false,
  nothing: null,
  empty: ['', [], {}],
  markup: '<b>&amp; " \' </b>',
  long: 'x'.repeat(5000),
  padded: ' padded ',
  negative: -1,
  CamelCase: 'stays',
  nested: { list: [1, 'two', { three: [] }], nothing: null, yes: true, no: false },
  lists: [[1, [2, [3]]], [], [[]], [true, false]],
  largest: most,
  smallest: least,
  integers: [most, least, most - 1, 2147483647, 2147483648, -2147483649, 4294967296, 0],
  // What would be refused as a number, and what some language would take for something else.
  texts: ['1.5', '9007199254740993', '-0', 'NaN', 'null', 'true', '{}', '[1.5]', '\\u0041', '%41'],
  '1.5': '1e5',
  'a "1.5" \\': true,
  times: ['2024-01-01T00:00:00Z', '2024-01-01'],
  decomposed: 'cafe\u0301',
  text: 'Zoë \u202e\u0000 🦊 "quoted" \\ \n',
  controls: '\u0001\b\t\r\u001f\u007f\u0085\u2028\u2029\ufeff\ufffd',
  'with.dots': { 'a/b': 1, $set: 2, 'Zoë 🦊': 3 },
  event_id: 'not that of the event',
  state_key: 'nor its key',
  type: 'nor its type',
  unsigned: { age: 1 },
  '': 'a member without a name',
};

roomState.must('the-content-is-stored-as-it-was-sent', {
  title: 'Nested values, null, the largest integers and any text come back as they were sent',
  section: 'appendices/#canonical-json',
  rows: ['D3', 'D7', 'P1', 'A16'],
  operations: ['getOneRoomEvent', 'getRoomState'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const eventId = await alice.setsState(entry(roomId), content);
    checkState('the content', await alice.seesState(entry(roomId))).equals(content);
    const event = await alice.seesEvent(roomId, eventId);
    check('the content of the event', memberOf(event, 'content'), event).equals(content);
    const state = await alice.call('getRoomState', { roomId });
    const list = jsonOf(state);
    const listed: unknown = (Array.isArray(list) ? list : []).find(
      (one) => isRecord(one) && one.type === eventType,
    );
    const shown = isRecord(listed) ? listed.content : undefined;
    checkState('the content in the full state', shown, state).equals(content);
  },
});
