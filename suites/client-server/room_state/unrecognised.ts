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
  title: 'A DELETE or PATCH of a state path, or of all state, or a PUT of that, is refused',
  section,
  rows: ['A9', 'A11'],
  operations: ['getRoomState'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    // Once more when there is something to delete.
    for (const [index, method] of ['DELETE', 'PATCH', 'DELETE'].entries()) {
      for (const { stateKey, as } of pathForms) {
        const args = { ...entry(roomId, stateKey), body: { index, as } };
        await alice.cannot(put, args, wrongMethod, { as: { ...as, method }, unlike: { as } });
      }
    }
    for (const method of ['PUT', 'POST', 'DELETE', 'PATCH']) {
      await alice.cannot('getRoomState', { roomId }, wrongMethod, {
        as: { method, rawBody: '{}' },
        unlike: 'unvaried',
      });
    }
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
      { replacing: { '/key': '/key/state/key' } },
      { replacing: { '/state/': '/states/' } },
      { replacing: { '/state/': '/STATE/' } },
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
