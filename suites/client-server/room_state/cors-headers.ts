import { entry, put } from '../../entry.ts';
import { listIn } from './header-list.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#web-browser-clients';
const origin = 'https://client.example.org';
const body = { text: 'by a browser' };

roomState.should('cors-headers-stand-on-every-answer', {
  title: 'Answers of every status let a browser’s client read them',
  section,
  rows: ['N3'],
  async run({ users, check, checkHeader, checkState }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom();
    const args = { ...entry(roomId), body };
    const headers = { origin };
    const entryWithoutSlash = { ...entry(roomId, ''), body };
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
      await alice.asks(put, args, { headers, authorization: 'Bearer nobody-has-this' }),
      await alice.call('getRoomState', { roomId }, { headers }),
      await mallory.asks('getRoomStateWithKey', entry(roomId), { headers }),
      await alice.call(put, entryWithoutSlash, { headers, trailingSlash: 'omitted' }),
      // "On all requests": also on those that name no origin.
      await alice.call('getRoomStateWithKey', entry(roomId)),
      await mallory.asks(put, { ...args, body: { text: 'by mallory again' } }),
    ];
    checkState('the content', await alice.seesState(entry(roomId))).equals(body);
    // Whether a wrong method is a 404 or a 405, and what is too long a 413, is not the point here.
    const wrong = [404, 405];
    const tooLong = [400, 413, 414];
    const statuses = [
      ...[[200], [400], [401], [403], [200], wrong, [404], tooLong, wrong],
      ...[[401], [200], [403], [200], [200], [403]],
    ];
    for (const [index, answer] of answers.entries()) {
      const status = check(`the status of request ${index + 1}`, answer.status, answer);
      status.isOneOf(...(statuses[index] ?? []));
      const header = listIn(answer, 'access-control-allow-origin');
      checkHeader(`the allowed origin on a ${answer.status}`, header, answer).equals(['*']);
    }
  },
});
