import { memberOf } from '../../../src/scenario/answer.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const get = 'getRoomStateWithKey';
const body = { text: 'of an account that was taken away' };
/** Power levels that let every member of a room write whatever there is. */
const everybody = { powerLevels: { state_default: 0 } };
/** The specification names a code for each of the two: the token, and the user that it was of. */
const deactivated = { status: [401, 403], errcode: ['M_UNKNOWN_TOKEN', 'M_USER_DEACTIVATED'] };

/** A user whose account was deactivated neither writes nor reads, where a member does. */
async function isRefused(bob: User, alice: User, roomId: string): Promise<void> {
  for (const { stateKey, as } of pathForms) {
    const beside = { as, unlike: alice };
    const args = { ...entry(roomId, stateKey) };
    await bob.cannot(put, { ...args, body: { ...body, as } }, deactivated, beside);
    await bob.cannot(get, args, deactivated, beside);
  }
  await bob.cannot('getRoomState', { roomId }, deactivated, { unlike: alice });
}

roomState.must('the-token-of-a-deactivated-user-is-refused', {
  title: 'A PUT or GET of a user whose account was deactivated is refused',
  section: 'client-server-api/#account-deactivation',
  rows: ['E7'],
  operations: ['getRoomState'],
  async run({ users, userToLose }) {
    const bob = await userToLose('bob');
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...everybody });
    await bob.setsState(entry(roomId), { text: 'before' });
    await bob.deactivates();
    await isRefused(bob, alice, roomId);
  },
});

roomState.must('a-deactivated-user-is-refused-on-every-device', {
  title: 'A user whose account was deactivated is refused with the token of another device, too',
  section: 'client-server-api/#account-deactivation',
  rows: ['E7'],
  operations: ['getRoomState'],
  async run({ users, userToLose, anotherDevice }) {
    const bob = await userToLose('bob');
    const elsewhere = await anotherDevice(bob);
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...everybody });
    await elsewhere.setsState(entry(roomId), { text: 'before' });
    await bob.deactivates();
    await isRefused(elsewhere, alice, roomId);
  },
});

roomState.must('a-suspended-user-is-refused-by-that-name-or-not-at-all', {
  title: 'A PUT of a suspended user is refused with 403 M_USER_SUSPENDED, if it is refused',
  section: 'client-server-api/#account-suspension',
  rows: ['E9'],
  since: 'v1.13',
  async run({ users, userToLose, administrator, check, checkState, note }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...everybody });
    const before = { text: 'before', topic: 'before' };
    const topic = { roomId, eventType: 'm.room.topic', stateKey: '' };
    const entries = [entry(roomId), entry(roomId, ''), topic, entry(roomId, bob.id)];
    for (const at of entries) await bob.setsState(at, before);
    await admin.moderates(bob, { suspended: true });
    const while_ = { text: 'while suspended', topic: 'while suspended' };
    for (const at of entries) {
      const answer = await bob.asks(put, { ...at, body: while_ });
      const said = { status: answer.status, errcode: memberOf(answer, 'errcode') };
      check('the answer to a suspended user', said, answer).isOneOf(
        { status: 200, errcode: undefined },
        { status: 403, errcode: 'M_USER_SUSPENDED' },
      );
      const isTaken = answer.status === 200;
      note(`a suspended user may ${isTaken ? '' : 'not '}set ${at.eventType}`);
      const content = await alice.seesState(at);
      checkState('the content', content).equals(isTaken ? while_ : before);
    }
    await admin.moderates(bob, { suspended: false });
    const after = { text: 'afterwards', topic: 'afterwards' };
    await bob.setsState(entry(roomId), after);
    const content = await alice.seesState(entry(roomId));
    checkState('the content afterwards', content).equals(after);
  },
});
