import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const get = 'getRoomStateWithKey';
const body = { text: 'with a token in the query' };

// Until version 1.20 of the specification this was a second, deprecated way to give it.
roomState.observes('a-token-in-the-query-is-answered-in-good-order', {
  title: 'A PUT or GET with a token in its query is answered, whether that counts or not',
  section: 'client-server-api/#using-access-tokens',
  rows: ['E5', 'E6'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId), { text: 'with a token in the header' });
    const { accessToken } = alice.account;
    const own = { query: { access_token: accessToken } };
    const unknown = { query: { access_token: 'nobody-was-ever-given-this-token' } };
    const args = { ...entry(roomId), body };
    const strange = { authorization: 'Bearer nobody-was-ever-given-that-token' };
    await alice.tries(roomId, {
      'a PUT with a token in the query alone': [put, args, { ...own, authorization: null }],
      'a GET with a token in the query alone': [
        get,
        entry(roomId),
        { ...own, authorization: null },
      ],
      'a PUT with an unknown token in the query alone': [
        put,
        args,
        { ...unknown, authorization: null },
      ],
      'a PUT with the same token in both places': [put, args, own],
      'a GET with the same token in both places': [get, entry(roomId), own],
      'a PUT with an unknown token in the query, and a good one in the header': [
        put,
        args,
        unknown,
      ],
      'a PUT with a good token in the query, and an unknown one in the header': [
        put,
        args,
        { ...own, ...strange },
      ],
    });
  },
});
