import { type Answer, memberOf } from '../../../src/scenario/answer.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

roomState.must('answers-are-application-json', {
  title: 'Every answer is application/json, whatever else the client says it would like',
  section: 'client-server-api/#api-standards',
  rows: ['A18'],
  operations: ['getRoomState'],
  async run({ users, check, checkHeader, checkState }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom();
    const args = { ...entry(roomId), body: { text: 'hello' } };
    const browser = { headers: { accept: 'text/html, */*;q=0.8' } };
    const answers = [
      await alice.call(put, args, browser),
      await alice.call('getRoomStateWithKey', { ...entry(roomId) }, browser),
      await alice.asks(put, args, { ...browser, rawBody: 'not json' }),
      await alice.asks(put, args, { ...browser, authorization: null }),
      await mallory.asks(put, { ...args, body: { text: 'by mallory' } }, browser),
      await alice.asks('getRoomStateWithKey', { ...entry(roomId, 'never-set') }, browser),
      await alice.asks(put, args, { ...browser, method: 'POST' }),
      await alice.asks(put, args, { ...browser, pathSuffix: '/11' }),
      await alice.call('getRoomState', { roomId }, browser),
    ];
    const content = await alice.seesState(entry(roomId));
    checkState('the content', content).equals({ text: 'hello' });
    const statuses = [200, 200, 400, 401, 403, 404, 405, 404, 200];
    for (const [index, answer] of answers.entries()) {
      check(`the status of request ${index + 1}`, answer.status, answer).equals(statuses[index]);
      const type = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      checkHeader(`the Content-Type of a ${answer.status}`, type, answer).equals(
        'application/json',
      );
    }
  },
});

roomState.must('an-error-has-an-errcode-and-a-message', {
  title: 'A refusal says why: an errcode for programs and an error for people',
  section: 'client-server-api/#standard-error-response',
  rows: ['F7', 'O1', 'O2', 'P10'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const unknown = { ...entry(`!no-room-has-this-id:${alice.serverName}`) };
    // Which code an unknown room deserves, the specification does not say.
    for (const answer of [
      await alice.asks(put, { ...unknown, body: {} }),
      await alice.asks('getRoomStateWithKey', unknown),
    ]) {
      check('the status', String(answer.status), answer).matches(/^4\d\d$/, 'a client error (4xx)');
      const errcode = memberOf(answer, 'errcode');
      check('the errcode', errcode, answer).matches(/^[A-Z][A-Z0-9_.-]*$/, 'M_… in upper case');
      check('the error', kindOf(answer), answer).equals('string');
    }
    await alice.setsState(entry(roomId), {});
  },
});

function kindOf(answer: Answer): string {
  return typeof memberOf(answer, 'error');
}
