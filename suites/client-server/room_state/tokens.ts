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
  operations: ['getRoomState'],
  async run({ users, userToLogOut }) {
    const { alice } = await users('alice');
    const bob = await userToLogOut('bob');
    const powerLevels = { state_default: 0 };
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    // Whatever a homeserver remembers of a token, it has seen it now.
    await bob.setsState(entry(roomId), { text: 'while logged in' });
    for (const { stateKey } of pathForms) await bob.reads(entry(roomId, stateKey));
    await bob.call('getRoomState', { roomId });
    await bob.call('logout');
    for (const { stateKey, as } of pathForms) {
      const beside = { as, unlike: alice };
      const args = { ...entry(roomId, stateKey), body: { ...body, as } };
      await bob.cannot(put, args, 'M_UNKNOWN_TOKEN', beside);
      await bob.cannot('getRoomStateWithKey', entry(roomId, stateKey), 'M_UNKNOWN_TOKEN', beside);
    }
    await bob.cannot('getRoomState', { roomId }, 'M_UNKNOWN_TOKEN', { unlike: alice });
  },
});

roomState.must('a-logout-ends-one-login-alone', {
  title: 'A logout ends the token that it was sent with, and no other of the same user',
  section,
  rows: ['E3'],
  async run({ users, userToLogOut, anotherDevice, checkState }) {
    const { alice } = await users('alice');
    const bob = await userToLogOut('bob');
    const elsewhere = await anotherDevice(bob);
    const powerLevels = { state_default: 0 };
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    await bob.setsState(entry(roomId), { text: 'here' });
    await elsewhere.setsState(entry(roomId), { text: 'elsewhere' });
    await elsewhere.call('logout');
    await elsewhere.cannot(put, { ...entry(roomId), body }, 'M_UNKNOWN_TOKEN', { unlike: bob });
    await bob.setsState(entry(roomId), { text: 'still here' });
    const content = await bob.seesState(entry(roomId));
    checkState('the content', content).equals({ text: 'still here' });
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
