import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#common-error-codes';
const body = { text: 'unrecognised' };
const wrongMethod = { status: 405, errcode: 'M_UNRECOGNIZED' };
const wrongPath = { status: 404, errcode: 'M_UNRECOGNIZED' };

roomState.must('post-is-not-supported', {
  title: 'A POST to a state path is refused with 405 M_UNRECOGNIZED',
  section,
  rows: ['A8'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const { stateKey, as } of pathForms) {
      await alice.cannot(put, { ...entry(roomId, stateKey), body }, wrongMethod, {
        as: { ...as, method: 'POST' },
        unlike: { as },
      });
    }
  },
});

roomState.must('an-unknown-method-is-refused', {
  title: 'A DELETE or PATCH of a state path, or a PUT of all state, is refused with 405',
  section,
  rows: ['A9', 'A11'],
  operations: ['getRoomState'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const method of ['DELETE', 'PATCH']) {
      for (const { stateKey, as } of pathForms) {
        const args = { ...entry(roomId, stateKey), body: { method, as } };
        await alice.cannot(put, args, wrongMethod, { as: { ...as, method }, unlike: { as } });
      }
    }
    await alice.cannot('getRoomState', { roomId }, wrongMethod, {
      as: { method: 'PUT', rawBody: '{}' },
      unlike: 'unvaried',
    });
  },
});

roomState.must('an-unknown-path-is-refused', {
  title: 'A PUT or GET of a path that the specification does not know is refused with 404',
  section,
  rows: ['A5', 'A10'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const as of [
      { pathSuffix: '/11' },
      { path: '/_matrix/client/v3/no-specification-knows-this' },
      { replacing: { '/state/': '/no-specification-knows-this/' } },
      { replacing: { '/client/v3/': '/client/no-version/' } },
    ]) {
      await alice.cannot(put, { ...entry(roomId), body }, wrongPath, { as, unlike: 'unvaried' });
      const read = { ...entry(roomId) };
      await alice.cannot('getRoomStateWithKey', read, wrongPath, { as, unlike: 'unvaried' });
    }
  },
});
