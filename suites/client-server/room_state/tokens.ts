import { memberOf } from '../../../src/scenario/answer.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#using-access-tokens';
const body = { text: 'by somebody' };

roomState.must('a-request-without-a-token-is-refused', {
  title: 'A PUT or GET without an access token is refused with 401 M_MISSING_TOKEN',
  section,
  rows: ['E1'],
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
  },
});

roomState.must('an-unknown-token-is-refused', {
  title: 'A PUT or GET with a token that nobody was given is refused with 401 M_UNKNOWN_TOKEN',
  section,
  rows: ['E2'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const { accessToken } = alice.account;
    const unknown = [
      'nobody-was-ever-given-this-token',
      accessToken.slice(0, -4),
      `${accessToken}x`,
    ];
    for (const [number, token] of unknown.entries()) {
      const beside = { as: { authorization: `Bearer ${token}` }, unlike: 'unvaried' } as const;
      for (const answer of [
        await alice.cannot(put, { ...entry(roomId), body: { number } }, 'M_UNKNOWN_TOKEN', beside),
        await alice.cannot('getRoomStateWithKey', entry(roomId), 'M_UNKNOWN_TOKEN', beside),
      ]) {
        const softLogout = typeof memberOf(answer, 'soft_logout');
        check('the type of soft_logout', softLogout, answer).isOneOf('boolean', 'undefined');
      }
    }
  },
});

roomState.must('a-logged-out-token-is-refused', {
  title: 'A PUT or GET with the token of a login that has ended is refused with M_UNKNOWN_TOKEN',
  section,
  rows: ['E3'],
  async run({ users, userToLogOut }) {
    const { alice } = await users('alice');
    const bob = await userToLogOut('bob');
    const powerLevels = { state_default: 0 };
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    await bob.setsState(entry(roomId), { text: 'while logged in' });
    await bob.call('logout');
    await bob.cannot(put, { ...entry(roomId), body }, 'M_UNKNOWN_TOKEN', { unlike: alice });
    await bob.cannot('getRoomStateWithKey', entry(roomId), 'M_UNKNOWN_TOKEN', { unlike: alice });
  },
});

roomState.must('a-token-in-another-scheme-is-refused', {
  title: 'A PUT whose Authorization header is not of the Bearer scheme is refused with 401',
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
      accessToken,
      'Bearer',
    ]) {
      await alice.cannot(put, { ...entry(roomId), body }, refusal, {
        as: { authorization },
        unlike: 'unvaried',
      });
    }
  },
});
