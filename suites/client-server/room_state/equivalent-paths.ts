import { contentOf, type Entry } from '../../../src/scenario/entry.ts';
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

/** Escapes that have a letter, of what separates parts of a URL and of a letter beyond ASCII. */
const lowerCase = Object.fromEntries(
  ['2F', '3F', '3A', '3B', '3D', '2C', '2B', '5B', '5D', '5C', 'C3', 'BC', '2E'].map((one) => [
    `%${one}`,
    `%${one.toLowerCase()}`,
  ]),
);

roomState.must('an-escape-that-was-not-needed-is-decoded', {
  title: 'What is percent-encoded is the same in hexadecimal of either case, and so are letters',
  rows: ['B1', 'B2', 'B3', 'B4'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const key = entry(roomId, 'key_Zoë-.~');
    const type = { ...entry(roomId), eventType: `${eventType}/a?b+ü:c` };
    for (const [how, at, replacing, as = {}] of [
      ['in a key', key, { key_: '%6Bey%5F' }],
      ['in lower case', key, { '%C3%AB': '%c3%ab', key_: '%6bey%5f' }],
      ['in a type', key, { [eventType]: eventType.replace('.', '%2E').replace('c', '%63') }],
      ['in the room id', key, { [roomId.slice(1, 8)]: escaped(roomId.slice(1, 8)) }],
      ['with a slash', entry(roomId, 'a/b'), lowerCase],
      ['with a slash at the end', entry(roomId, 'a/'), lowerCase],
      ['with what is reserved', entry(roomId, 'a?b:c;d=e,f+g[h]i\\j'), lowerCase],
      ['of a dot', entry(roomId, '.'), lowerCase],
      ['of two dots', entry(roomId, '..'), lowerCase],
      ['of a type with what is reserved', type, lowerCase],
      ['of such a type alone', { ...type, stateKey: '' }, lowerCase, { trailingSlash: 'omitted' }],
    ] satisfies readonly Escaping[]) {
      await alice.setsState(at, { escaped: how }, { ...as, replacing });
      checkState(`what was written ${how}`, await alice.seesState(at)).equals({ escaped: how });
      const answer = await alice.call('getRoomStateWithKey', at, { ...as, replacing });
      checkState(`what was read ${how}`, contentOf(answer), answer).equals({ escaped: how });
    }
  },
});

type Escaping = readonly [
  how: string,
  at: Entry,
  replacing: Readonly<Record<string, string>>,
  as?: { readonly trailingSlash?: 'omitted' },
];

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
      ['in lower case', { replacing: { '%2F': '%2f' } }],
      ['in lower case, without', { replacing: { '%2F': '%2f' }, trailingSlash: 'omitted' }],
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
