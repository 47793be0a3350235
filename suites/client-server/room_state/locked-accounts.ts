import { memberOf } from '../../../src/scenario/answer.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';
import { syncOf } from './synced-events.ts';

const section = 'client-server-api/#account-locking';
const get = 'getRoomStateWithKey';
const body = { text: 'of a locked account' };
/** Power levels that let every member of a room write whatever there is. */
const everybody = { powerLevels: { state_default: 0 } };

roomState.must('a-locked-user-is-refused', {
  title: 'A PUT or GET of a user whose account is locked is refused with 401 M_USER_LOCKED',
  section,
  rows: ['E8'],
  since: 'v1.12',
  operations: ['getRoomState', 'getTokenOwner', 'sync', 'logout'],
  async run({ users, userToLose, administrator, check }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...everybody });
    await bob.setsState(entry(roomId), { text: 'before' });
    await admin.moderates(bob, { locked: true });
    const refusal = { status: 401, errcode: 'M_USER_LOCKED' };
    for (const { stateKey, as } of pathForms) {
      const args = { ...entry(roomId, stateKey) };
      const beside = { as, unlike: alice };
      for (const answer of [
        await bob.cannot(put, { ...args, body: { ...body, as } }, refusal, beside),
        await bob.cannot(get, args, refusal, beside),
      ]) {
        check('soft_logout', memberOf(answer, 'soft_logout'), answer).equals(true);
      }
    }
    // All but a logout is closed.
    for (const [operationId, args] of [
      ['getRoomState', { roomId }],
      ['getTokenOwner', {}],
      ['sync', syncOf(roomId)],
    ] as const) {
      const answer = await bob.cannot(operationId, args, refusal, { unlike: alice });
      check('soft_logout', memberOf(answer, 'soft_logout'), answer).equals(true);
    }
    await admin.moderates(bob, { locked: false });
    const answer = await bob.asks(put, { ...entry(roomId), body: { text: 'afterwards' } });
    const errcode = memberOf(answer, 'errcode');
    check('the errcode after unlocking', errcode, answer).differsFrom('M_USER_LOCKED');
  },
});

roomState.must('a-locked-user-may-log-out', {
  title: 'A user whose account is locked may log out, here or everywhere',
  section,
  rows: ['E8'],
  since: 'v1.12',
  operations: ['logout', 'logout_all'],
  async run({ users, userToLose, anotherDevice, administrator, check }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    const elsewhere = await anotherDevice(bob);
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...everybody });
    await admin.moderates(bob, { locked: true });
    for (const [device, logout] of [
      [bob, 'logout'],
      [elsewhere, 'logout_all'],
    ] as const) {
      const locked = { status: 401, errcode: 'M_USER_LOCKED' };
      const args = { ...entry(roomId), body: { ...body, logout } };
      await device.cannot(put, args, locked, { unlike: alice });
      const answer = await device.asks(logout);
      check(`the status of ${logout}`, answer.status, answer).equals(200);
    }
    await admin.moderates(bob, { locked: false });
    const ended = { ...entry(roomId), body: { text: 'after the logout' } };
    for (const device of [bob, elsewhere]) {
      await device.cannot(put, ended, 'M_UNKNOWN_TOKEN', { unlike: alice });
    }
  },
});

roomState.should('a-token-outlives-a-lock', {
  title: 'A user whose account is no longer locked sets state with the token from before',
  section,
  rows: ['E8'],
  since: 'v1.12',
  async run({ users, userToLose, administrator, check, checkState }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...everybody });
    await admin.moderates(bob, { locked: true });
    await bob.asks(put, { ...entry(roomId), body });
    await admin.moderates(bob, { locked: false });
    const answer = await bob.asks(put, { ...entry(roomId), body: { text: 'afterwards' } });
    check('the status after unlocking', answer.status, answer).equals(200);
    const content = await alice.seesState(entry(roomId));
    checkState('the content', content).equals({ text: 'afterwards' });
  },
});
