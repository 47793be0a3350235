import { contentOf } from '../../../src/scenario/entry.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

roomState.must('json-is-read-however-it-is-written', {
  title: 'White space, escapes and the order of members in a body do not change what is stored',
  section: 'client-server-api/#api-standards',
  rows: ['C8', 'L2'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const [how, rawBody, content] of [
      ['with white space', '\r\n\t { "text" :\n[ 1 ] ,\t"a" : "b" } \n', { text: [1], a: 'b' }],
      ['without white space', '{"text":[1],"a":"c"}', { text: [1], a: 'c' }],
      ['with escapes', '{"text": "\\u0041\\/\\b\\f\\n\\r\\t\\"\\\\"}', { text: 'A/\b\f\n\r\t"\\' }],
      ['with a pair of surrogates', '{"text": "\\ud83e\\udd8A"}', { text: '🦊' }],
      ['with an escaped name', '{"t\\u0065xt": "name"}', { text: 'name' }],
      ['in another order', '{"b": 1, "a": {"d": 2, "c": 3}}', { a: { c: 3, d: 2 }, b: 1 }],
      ['with an odd name', '{"__proto__": "text", "constructor": "text"}', odd],
      ['with names of digits', '{"10": "ten", "9": "nine"}', { 9: 'nine', 10: 'ten' }],
    ] as const) {
      await alice.setsState(entry(roomId), {}, { rawBody });
      checkState(`what was written ${how}`, await alice.seesState(entry(roomId))).equals(content);
    }
  },
});

/** Names that are members of every object in some languages. */
const odd: unknown = JSON.parse('{"__proto__": "text", "constructor": "text"}');

roomState.must('what-may-be-refused-is-not-stored-as-something-else', {
  title: 'Where a server may set limits of its own, it refuses a PUT or stores what was sent',
  rows: ['C9', 'C12', 'C13', 'C14', 'O3'],
  async run({ users, check, checkState, note }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const deep = (levels: number) => `{"list": ${'['.repeat(levels)}1${']'.repeat(levels)}}`;
    const pretty = `{"text":${' '.repeat(70_000)}"pretty"}`;
    const query = { foo: 'bar', key: 'b', state_key: 'c', format: 'event' };
    for (const [what, as, ...contents] of [
      ['a name twice', { rawBody: '{"twice": 1, "twice": 2}' }, { twice: 2 }, { twice: 1 }],
      ['a name twice, once escaped', { rawBody: '{"a": 1, "\\u0061": 2}' }, { a: 2 }, { a: 1 }],
      ['100 levels', { rawBody: deep(100) }, JSON.parse(deep(100))],
      ['white space beyond the limit of an event', { rawBody: pretty }, { text: 'pretty' }],
      ['an unknown query', { query }, { sent: 'an unknown query' }],
    ] as const) {
      await alice.setsState(entry(roomId, what), { before: what });
      const args = { ...entry(roomId, what), body: { sent: what } };
      const answer = await alice.asks(put, args, as);
      note(`${what}: ${answer.status}`);
      check(`the status of ${what}`, answer.status, answer).isOneOf(200, 400, 413);
      const content = await alice.seesState(entry(roomId, what));
      const allowed = answer.status === 200 ? contents : [{ before: what }];
      checkState(`what ${what} leaves`, content).isOneOf(...allowed);
    }
    await alice.setsState(entry(roomId), { text: 'ordinary' });
    const read = { query: { foo: 'bar', key: 'b' } };
    const answer = await alice.asks('getRoomStateWithKey', entry(roomId), read);
    note(`GET with an unknown query: ${answer.status}`);
    const seen = answer.status === 200 ? contentOf(answer) : await alice.seesState(entry(roomId));
    checkState('the ordinary entry', seen, answer).equals({ text: 'ordinary' });
  },
});

// Of HTTP/1.1, not of Matrix: whoever receives has to know chunks, or asks for a length (411).
roomState.should('a-body-in-chunks-is-read-whole', {
  title: 'A body that is sent in chunks, without its length, is stored whole',
  section: 'client-server-api/#api-standards',
  rows: ['A23'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const as = { headers: { 'transfer-encoding': 'chunked' } };
    for (const length of [1, 30_000]) {
      const body = { text: 'c'.repeat(length) };
      const answer = await alice.asks(put, { ...entry(roomId, 'chunked'), body }, as);
      check('the status', answer.status, answer).isOneOf(200, 411);
      const content = await alice.seesState(entry(roomId, 'chunked'));
      if (answer.status === 200) checkState('the content', content).equals(body);
    }
    await alice.setsState(entry(roomId), { text: 'with a length' });
  },
});
