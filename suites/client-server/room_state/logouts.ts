import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#using-access-tokens';
const get = 'getRoomStateWithKey';
const powerLevels = { state_default: 0 };

roomState.must('a-logged-out-token-is-refused', {
  title: 'A PUT or GET with the token of a login that has ended is refused with M_UNKNOWN_TOKEN',
  section,
  rows: ['E3'],
  operations: ['getRoomState'],
  async run({ users, userToLogOut }) {
    const { alice } = await users('alice');
    const bob = await userToLogOut('bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    // Whatever a homeserver remembers of a token, it has seen it now.
    await bob.setsState(entry(roomId), { text: 'while logged in' });
    for (const { stateKey } of pathForms) await bob.reads(entry(roomId, stateKey));
    await bob.call('getRoomState', { roomId });
    await bob.call('logout');
    for (const { stateKey, as } of pathForms) {
      const beside = { as, unlike: alice };
      const args = { ...entry(roomId, stateKey), body: { text: 'by somebody', as } };
      await bob.cannot(put, args, 'M_UNKNOWN_TOKEN', beside);
      await bob.cannot(get, entry(roomId, stateKey), 'M_UNKNOWN_TOKEN', beside);
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
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    await bob.setsState(entry(roomId), { text: 'here' });
    await elsewhere.setsState(entry(roomId), { text: 'elsewhere' });
    await elsewhere.call('logout');
    const args = { ...entry(roomId), body: { text: 'by somebody' } };
    await elsewhere.cannot(put, args, 'M_UNKNOWN_TOKEN', { unlike: bob });
    await bob.setsState(entry(roomId), { text: 'still here' });
    const content = await bob.seesState(entry(roomId));
    checkState('the content', content).equals({ text: 'still here' });
  },
});

roomState.must('a-logout-everywhere-ends-every-login', {
  title: 'POST /logout/all ends every token of the user, whichever asks, and nobody else’s',
  section: 'client-server-api/#post_matrixclientv3logoutall',
  rows: ['E3'],
  operations: ['logout_all', 'getRoomState'],
  async run({ users, userToLogOut, anotherDevice, checkState }) {
    const { alice } = await users('alice');
    const bob = await userToLogOut('bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    const second = await anotherDevice(bob);
    const devices = [bob, second, await anotherDevice(bob)];
    for (const [index, device] of devices.entries()) {
      await device.setsState(entry(roomId), { text: 'before', index });
      await device.call('getRoomState', { roomId });
    }
    await second.call('logout_all');
    for (const [index, device] of devices.entries()) {
      const { stateKey, as } = pathForms[index] ?? pathForms[0];
      const beside = { as, unlike: alice };
      const args = { ...entry(roomId, stateKey), body: { text: 'afterwards', index } };
      await device.cannot(put, args, 'M_UNKNOWN_TOKEN', beside);
      await device.cannot(get, entry(roomId, stateKey), 'M_UNKNOWN_TOKEN', beside);
      await device.cannot('getRoomState', { roomId }, 'M_UNKNOWN_TOKEN', { unlike: alice });
    }
    const again = await anotherDevice(bob);
    await again.setsState(entry(roomId), { text: 'after another login' });
    const content = await alice.seesState(entry(roomId));
    checkState('the content', content).equals({ text: 'after another login' });
  },
});
