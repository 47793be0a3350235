import { memberOf } from '../../../src/scenario/answer.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#using-access-tokens';
const body = { text: 'by somebody' };

roomState.must('a-request-without-a-token-is-refused', {
  title: 'A PUT or GET without an access token is refused with 401 M_MISSING_TOKEN',
  section,
  rows: ['E1'],
  operations: ['getRoomState'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const { stateKey, as } of pathForms) {
      const beside = { as: { ...as, authorization: null }, unlike: { as } };
      const args = { ...entry(roomId, stateKey), body: { ...body, as } };
      await alice.cannot(put, args, 'M_MISSING_TOKEN', beside);
      const read = { ...entry(roomId, stateKey) };
      await alice.cannot('getRoomStateWithKey', read, 'M_MISSING_TOKEN', beside);
    }
    // A room that the world may read is read with a token, too.
    const visibility = { roomId, eventType: 'm.room.history_visibility', stateKey: '' };
    await alice.setsState(visibility, { history_visibility: 'world_readable' });
    const beside = { as: { authorization: null }, unlike: 'unvaried' } as const;
    await alice.cannot('getRoomStateWithKey', entry(roomId), 'M_MISSING_TOKEN', beside);
    await alice.cannot('getRoomState', { roomId }, 'M_MISSING_TOKEN', beside);
    const again = { ...entry(roomId), body: { text: 'by the world' } };
    await alice.cannot(put, again, 'M_MISSING_TOKEN', beside);
    const event = { ...entry(roomId), format: 'event' };
    await alice.cannot('getRoomStateWithKey', event, 'M_MISSING_TOKEN', beside);
  },
});

roomState.must('an-unknown-token-is-refused', {
  title: 'A PUT or GET with a token that nobody was given is refused with 401 M_UNKNOWN_TOKEN',
  section,
  rows: ['E2'],
  operations: ['getRoomState'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const { accessToken } = alice.account;
    const unknown = [
      'nobody-was-ever-given-this-token',
      accessToken.slice(0, -4),
      `${accessToken}x`,
      `${accessToken.slice(0, -4)}%`,
      otherCase(accessToken),
      alice.id,
    ].filter((token) => token !== accessToken);
    for (const [number, token] of unknown.entries()) {
      const beside = { as: { authorization: `Bearer ${token}` }, unlike: 'unvaried' } as const;
      for (const answer of [
        await alice.cannot(put, { ...entry(roomId), body: { number } }, 'M_UNKNOWN_TOKEN', beside),
        await alice.cannot('getRoomStateWithKey', entry(roomId), 'M_UNKNOWN_TOKEN', beside),
        await alice.cannot('getRoomState', { roomId }, 'M_UNKNOWN_TOKEN', beside),
      ]) {
        const softLogout = typeof memberOf(answer, 'soft_logout');
        check('the type of soft_logout', softLogout, answer).isOneOf('boolean', 'undefined');
      }
    }
  },
});

/** The same letters, the small ones as capitals and the other way round. */
function otherCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

roomState.must('a-token-in-another-scheme-is-refused', {
  title: 'A PUT or GET whose Authorization header is not of the Bearer scheme is refused with 401',
  section,
  rows: ['E4'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const refusal = { status: 401, errcode: ['M_MISSING_TOKEN', 'M_UNKNOWN_TOKEN'] };
    const { accessToken } = alice.account;
    for (const authorization of [
      'Basic bm9ib2R5OmF0IGFsbA==',
      `Basic ${accessToken}`,
      `Token ${accessToken}`,
      `Bearer${accessToken}`,
      accessToken,
      'Bearer',
      '',
    ]) {
      const beside = { as: { authorization }, unlike: 'unvaried' } as const;
      // Not the token's own length, which no recording holds.
      const { length } = authorization.replace(accessToken, 'a token');
      const content = { by: `somebody with ${length} characters` };
      await alice.cannot(put, { ...entry(roomId), body: content }, refusal, beside);
      await alice.cannot('getRoomStateWithKey', entry(roomId), refusal, beside);
    }
  },
});
