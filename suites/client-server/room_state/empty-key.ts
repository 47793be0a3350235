import { jsonOf } from '../../../src/scenario/answer.ts';
import { contentOf } from '../../../src/scenario/entry.ts';
import { entry } from '../../entry.ts';
import { roomState } from './suite.ts';

const withoutSlash = { trailingSlash: 'omitted' } as const;

roomState.must('the-trailing-slash-is-optional-when-writing-the-empty-key', {
  title: 'A PUT with and one without the trailing slash write the same state entry',
  rows: ['A3'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const empty = entry(roomId, '');
    await alice.setsState(empty, { slash: 'with' });
    checkState('after a PUT with the slash', await alice.seesState(empty)).equals({
      slash: 'with',
    });
    await alice.setsState(empty, { slash: 'without' }, withoutSlash);
    checkState('after a PUT without the slash', await alice.seesState(empty)).equals({
      slash: 'without',
    });
    await alice.setsState(empty, { slash: 'with again' });
    checkState('after a PUT with the slash again', await alice.seesState(empty)).equals({
      slash: 'with again',
    });
  },
});

roomState.must('the-trailing-slash-is-optional-when-reading-the-empty-key', {
  title: 'A GET with and one without the trailing slash read the same state entry',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey',
  rows: ['A2', 'A4'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const content = { text: 'of the empty key' };
    await alice.setsState(entry(roomId, ''), content);
    for (const [how, variation] of [
      ['with', {}],
      ['without', withoutSlash],
    ] as const) {
      const answer = await alice.call('getRoomStateWithKey', { ...entry(roomId, '') }, variation);
      checkState(`read ${how} the slash`, contentOf(answer), answer).equals(content);
    }
  },
});

roomState.must('the-slash-is-not-part-of-the-key', {
  title: 'The event of a PUT to …/type/, or to …/type, has the empty state key',
  rows: ['A2', 'A3'],
  operations: ['getOneRoomEvent'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const [how, variation] of [
      ['with', {}],
      ['without', withoutSlash],
    ] as const) {
      const eventId = await alice.setsState(entry(roomId, ''), { slash: how }, variation);
      const event = await alice.seesEvent(roomId, eventId);
      check(`the event of a PUT ${how} the slash`, jsonOf(event), event).has({ state_key: '' });
    }
  },
});

roomState.must('an-encoded-slash-is-a-key-of-its-own', {
  title: 'A PUT to …/type/%2F writes the key "/" and leaves the empty key alone',
  rows: ['B2'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId, ''), { key: 'empty' });
    await alice.setsState(entry(roomId, '/'), { key: 'slash' });
    const empty = await alice.seesState(entry(roomId, ''));
    checkState('the empty key', empty).equals({ key: 'empty' });
    const slash = await alice.seesState(entry(roomId, '/'));
    checkState('the key "/"', slash).equals({ key: 'slash' });
  },
});

roomState.must('a-key-does-not-fall-back-to-the-empty-key', {
  title: 'GET of a key that was never set does not answer with the entry of the empty key',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey',
  rows: ['A14'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId, ''), { key: 'empty' });
    await alice.cannot('getRoomStateWithKey', { ...entry(roomId, 'other') }, 'M_NOT_FOUND', {
      unlike: { args: entry(roomId, '') },
    });
  },
});
