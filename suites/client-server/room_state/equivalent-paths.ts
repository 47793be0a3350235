import { contentOf } from '../../../src/scenario/entry.ts';
import { entry, eventType } from '../../entry.ts';
import { roomState } from './suite.ts';

// The examples of valid requests have `!` and `:` in a path as they are.
roomState.must('what-a-path-may-hold-as-it-is-needs-no-encoding', {
  title: 'The characters ! : @ and $ mean the same in a path as they are and percent-encoded',
  section: 'client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey',
  rows: ['B1', 'B5'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const literal = { unencoded: '!:@$' };
    for (const stateKey of ['', 'key@a:b!c$d', '!key:$a@b']) {
      await alice.setsState(entry(roomId, stateKey), { written: 'as it is' }, literal);
      const content = await alice.seesState(entry(roomId, stateKey));
      checkState(`the key "${stateKey}"`, content).equals({ written: 'as it is' });
      await alice.setsState(entry(roomId, stateKey), { written: 'encoded' });
      const answer = await alice.call('getRoomStateWithKey', entry(roomId, stateKey), literal);
      checkState(`the key "${stateKey}" read as it is`, contentOf(answer), answer).equals({
        written: 'encoded',
      });
    }
  },
});

roomState.must('an-escape-that-was-not-needed-is-decoded', {
  title: 'Letters that are percent-encoded, in hexadecimal of either case, are the same letters',
  rows: ['B1'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const at = entry(roomId, 'key_Zoë-.~');
    for (const [how, replacing] of Object.entries({
      'in a key': { key_: '%6Bey%5F' },
      'in lower case': { '%C3%AB': '%c3%ab', key_: '%6bey%5f' },
      'in a type': { [eventType]: eventType.replace('.', '%2E').replace('c', '%63') },
      'in the room id': { [roomId.slice(1, 8)]: escaped(roomId.slice(1, 8)) },
    })) {
      await alice.setsState(at, { escaped: how }, { replacing });
      checkState(`what was written ${how}`, await alice.seesState(at)).equals({ escaped: how });
      const answer = await alice.call('getRoomStateWithKey', at, { replacing });
      checkState(`what was read ${how}`, contentOf(answer), answer).equals({ escaped: how });
    }
  },
});

function escaped(text: string): string {
  return [...text].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('');
}

roomState.must('an-encoded-slash-at-the-end-of-a-type-is-data', {
  title: 'A PUT to …/type%2F writes an event type of its own, with the slash of the key or without',
  rows: ['B2', 'B10'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const plain = entry(roomId, '');
    const slashed = { ...plain, eventType: `${eventType}/` };
    await alice.setsState(plain, { type: 'plain' });
    for (const [how, as] of [
      ['without the slash', { trailingSlash: 'omitted' }],
      ['with the slash', {}],
    ] as const) {
      await alice.setsState(slashed, { how }, as);
      const content = await alice.seesState(slashed);
      checkState(`the type that ends in a slash, written ${how}`, content).equals({ how });
      const read = await alice.call('getRoomStateWithKey', slashed, as);
      checkState(`the same, read ${how}`, contentOf(read), read).equals({ how });
    }
    const content = await alice.seesState(plain);
    checkState('the type without a slash', content).equals({ type: 'plain' });
  },
});
