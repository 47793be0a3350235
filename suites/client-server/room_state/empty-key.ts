import { jsonOf } from '../../../src/scenario/answer.ts';
import { contentOf } from '../../../src/scenario/entry.ts';
import { entry, eventType } from '../../entry.ts';
import { roomState } from './suite.ts';

const withoutSlash = { trailingSlash: 'omitted' } as const;

/** Either way to write the path of the empty key. */
const ways = [
  ['with', {}],
  ['without', withoutSlash],
] as const;

/** One that no homeserver knows, and one that some of them look at. */
const types = [eventType, 'm.room.topic'];

roomState.must('the-trailing-slash-is-optional-when-writing-the-empty-key', {
  title: 'A PUT with and one without the trailing slash write the same state entry',
  rows: ['A3'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const type of types) {
      const empty = { roomId, eventType: type, stateKey: '' };
      for (const [index, [how, variation]] of [...ways, ...ways].entries()) {
        const content = { topic: `number ${index}, ${how} the slash` };
        await alice.setsState(empty, content, variation);
        const seen = await alice.seesState(empty);
        checkState(`${type} after a PUT ${how} the slash`, seen).equals(content);
      }
    }
  },
});

roomState.must('the-trailing-slash-is-optional-when-reading-the-empty-key', {
  title: 'A GET with and one without the trailing slash read the same state entry',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey',
  rows: ['A2', 'A4'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    // Twice, as what was read before is not what is there then.
    for (const [index, type] of [...types, ...types].entries()) {
      const empty = { roomId, eventType: type, stateKey: '' };
      const content = { topic: `of the empty key, number ${index}` };
      await alice.setsState(empty, content);
      for (const [how, variation] of ways) {
        const answer = await alice.call('getRoomStateWithKey', empty, variation);
        checkState(`${type} read ${how} the slash`, contentOf(answer), answer).equals(content);
      }
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
    for (const [how, variation] of ways) {
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

/** Keys that say nothing, that some language takes for nothing, or that search for any other. */
const likeNone = [' ', 'null', 'undefined', '0', '""', '*', '%', '_'];

roomState.must('a-key-does-not-fall-back-to-the-empty-key', {
  title: 'GET of a key that was never set does not answer with the entry of the empty key',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey',
  rows: ['A14'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId, ''), { key: 'empty' });
    for (const key of ['other', ...likeNone]) {
      await alice.cannot('getRoomStateWithKey', { ...entry(roomId, key) }, 'M_NOT_FOUND', {
        unlike: { args: entry(roomId, '') },
      });
    }
    for (const key of likeNone) await alice.setsState(entry(roomId, key), { key });
    for (const key of likeNone) {
      checkState(`the key "${key}"`, await alice.seesState(entry(roomId, key))).equals({ key });
    }
    const empty = await alice.seesState(entry(roomId, ''));
    checkState('the empty key after all', empty).equals({ key: 'empty' });
  },
});
