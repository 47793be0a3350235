import type { Context } from '../../../src/scenario/context.ts';
import type { Entry } from '../../../src/scenario/entry.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { listIn } from './header-list.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#web-browser-clients';
const origin = 'https://client.example.org';
const body = { text: 'by a browser' };

/** What a browser asks before it sends a PUT with a token. */
const preflight = {
  method: 'OPTIONS',
  authorization: null,
  contentType: null,
  rawBody: null,
  headers: {
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization, content-type',
  },
};

/** Operations besides whose preflight is asked for. */
const elsewhere = [
  ...['getRoomState', 'getOneRoomEvent', 'redactEvent', 'getJoinedMembersByRoom', 'leaveRoom'],
  ...['sync', 'getMembersByRoom', 'setRoomAlias', 'createRoom', 'joinRoomById', 'getTokenOwner'],
];

roomState.must('a-cors-preflight-is-answered-without-a-token', {
  title: 'An OPTIONS request is answered with success, without a token and without any effect',
  section,
  rows: ['N1'],
  operations: elsewhere,
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId), { text: 'before' });
    for (const { form, stateKey, as } of pathForms) {
      const args = { ...entry(roomId, stateKey), body };
      const answer = await alice.asks(put, args, { ...preflight, ...as });
      const subject = `the status of OPTIONS for ${form}`;
      check(subject, String(answer.status), answer).matches(/^2\d\d$/, 'success (2xx)');
    }
    const roomAlias = alice.freshAlias();
    for (const [what, operationId, args] of [
      ['all state', 'getRoomState', { roomId }],
      ['all state of a room that is not there', 'getRoomState', { roomId: '!none:example.org' }],
      ['an entry of a room that is not there', put, { ...entry('!none:example.org'), body }],
      ['an entry under another’s name', put, { ...entry(roomId, '@bob:example.org'), body }],
      ['an entry whose key is too long', put, { ...entry(roomId, 'k'.repeat(256)), body }],
      ['an event', 'getOneRoomEvent', { roomId, eventId: '$none' }],
      ['a redaction', 'redactEvent', { roomId, eventId: '$none', txnId: '1', body: {} }],
      ['the joined members', 'getJoinedMembersByRoom', { roomId }],
      ['leaving a room', 'leaveRoom', { roomId, body: {} }],
      ['sync', 'sync', {}],
      ['the members', 'getMembersByRoom', { roomId }],
      ['an alias', 'setRoomAlias', { roomAlias, body: { room_id: roomId } }],
      ['making a room', 'createRoom', { body: {} }],
      ['joining a room', 'joinRoomById', { roomId, body: {} }],
      ['whoami', 'getTokenOwner', {}],
    ] as const) {
      const answer = await alice.asks(operationId, args, preflight);
      const subject = `the status of OPTIONS for ${what}`;
      check(subject, String(answer.status), answer).matches(/^2\d\d$/, 'success (2xx)');
    }
    // It is no PUT, not even with all that a PUT has.
    const full = await alice.asks(put, { ...entry(roomId), body }, { method: 'OPTIONS' });
    const subject = 'the status of OPTIONS with a token and a body';
    check(subject, String(full.status), full).matches(/^2/, 'success (2xx)');
    await alice.asks('leaveRoom', { roomId, body: {} }, { method: 'OPTIONS' });
    const content = await alice.seesState(entry(roomId));
    checkState('the content afterwards', content).equals({ text: 'before' });
    const empty = await alice.reads(entry(roomId, ''));
    checkState('the status of the empty key afterwards', empty.status, empty).equals(404);
    await writesAsBrowser(alice, entry(roomId), checkState);
  },
});

roomState.should('a-cors-preflight-names-what-is-allowed', {
  title: 'The answer to OPTIONS allows any origin, and the methods and headers of Matrix clients',
  section,
  rows: ['N2'],
  async run({ users, checkHeader, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const methods = ['get', 'post', 'put', 'delete', 'options'];
    const headers = ['x-requested-with', 'content-type', 'authorization'];
    const forms = pathForms.map(({ form, stateKey, as }) => {
      return [form, put, { ...entry(roomId, stateKey), body }, as] as const;
    });
    for (const [what, operationId, args, as] of [
      ...forms,
      ['all state', 'getRoomState', { roomId }, {}],
      ['a room that is not there', put, { ...entry('!none:example.org'), body }, {}],
    ] as const) {
      const answer = await alice.asks(operationId, args, { ...preflight, ...as });
      const allowed = (header: string) => listIn(answer, `access-control-allow-${header}`);
      const check = (header: string) =>
        checkHeader(`the allowed ${header} for ${what}`, allowed(header), answer);
      check('origin').equals(['*']);
      check('methods').includes(...methods);
      check('headers').includes(...headers);
    }
    await writesAsBrowser(alice, entry(roomId), checkState);
  },
});

/** The PUT itself works, too: an answer to OPTIONS alone is of no use to anybody. */
async function writesAsBrowser(alice: User, at: Entry, checkState: Context['checkState']) {
  await alice.setsState(at, body, { headers: { origin } });
  checkState('the content of a browser’s PUT', await alice.seesState(at)).equals(body);
}
