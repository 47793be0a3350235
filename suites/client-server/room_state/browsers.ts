import type { Answer } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import type { Entry } from '../../../src/scenario/entry.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, pathForms, put } from '../../entry.ts';
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

roomState.must('a-cors-preflight-is-answered-without-a-token', {
  title: 'An OPTIONS request is answered with success, without a token and without any effect',
  section,
  rows: ['N1'],
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
    const elsewhere = alice.freshAlias();
    for (const [what, operationId, args] of [
      ['all state', 'getRoomState', { roomId }],
      ['all state of a room that is not there', 'getRoomState', { roomId: '!none:example.org' }],
      ['the members', 'getMembersByRoom', { roomId }],
      ['an alias', 'setRoomAlias', { roomAlias: elsewhere, body: { room_id: roomId } }],
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
    const answer = await alice.asks(put, { ...entry(roomId), body }, preflight);
    const allowed = (header: string) => listIn(answer, `access-control-allow-${header}`);
    checkHeader('the allowed origin', allowed('origin'), answer).equals(['*']);
    const methods = ['get', 'post', 'put', 'delete', 'options'];
    checkHeader('the allowed methods', allowed('methods'), answer).includes(...methods);
    const headers = ['x-requested-with', 'content-type', 'authorization'];
    checkHeader('the allowed headers', allowed('headers'), answer).includes(...headers);
    await writesAsBrowser(alice, entry(roomId), checkState);
  },
});

roomState.should('cors-headers-stand-on-every-answer', {
  title: 'Answers of every status let a browser’s client read them',
  section,
  rows: ['N3'],
  async run({ users, check, checkHeader, checkState }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom();
    const args = { ...entry(roomId), body };
    const headers = { origin };
    const answers = [
      await alice.call(put, args, { headers }),
      await alice.asks(put, args, { headers, rawBody: 'not json' }),
      await alice.asks(put, args, { headers, authorization: null }),
      await mallory.asks(put, { ...args, body: { text: 'by mallory' } }, { headers }),
      await alice.call('getRoomStateWithKey', entry(roomId), { headers }),
      await alice.asks(put, args, { headers, method: 'POST' }),
      await alice.asks('getRoomStateWithKey', { ...entry(roomId, 'never-set') }, { headers }),
      await alice.asks(put, { ...args, stateKey: 'k'.repeat(256) }, { headers }),
      await alice.asks(put, args, { headers, replacing: { '/state/': '/no-such-path/' } }),
    ];
    checkState('the content', await alice.seesState(entry(roomId))).equals(body);
    // Whether a wrong method is a 404 or a 405, and what is too long a 413, is not the point here.
    const tooLong = [400, 413, 414];
    const statuses = [[200], [400], [401], [403], [200], [404, 405], [404], tooLong, [404, 405]];
    for (const [index, answer] of answers.entries()) {
      const status = check(`the status of request ${index + 1}`, answer.status, answer);
      status.isOneOf(...(statuses[index] ?? []));
      const header = listIn(answer, 'access-control-allow-origin');
      checkHeader(`the allowed origin on a ${answer.status}`, header, answer).equals(['*']);
    }
  },
});

/** The PUT itself works, too: an answer to OPTIONS alone is of no use to anybody. */
async function writesAsBrowser(alice: User, at: Entry, checkState: Context['checkState']) {
  await alice.setsState(at, body, { headers: { origin } });
  checkState('the content of a browser’s PUT', await alice.seesState(at)).equals(body);
}

/** The header's comma-separated members, in lower case; none where the header is missing. */
function listIn(answer: Answer, header: string): readonly string[] {
  const members = answer.headers[header]?.split(',') ?? [];
  return members.map((member) => member.trim().toLowerCase());
}
