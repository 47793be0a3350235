import type { Attempts } from '../../../src/scenario/observe.ts';
import { entry, eventType, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const read = 'getRoomStateWithKey';
const body = { text: 'at an odd path' };

/** Each path is written, and read. */
function writeAndRead(paths: Readonly<Record<string, readonly [Args, Varied]>>): Attempts {
  const attempts = Object.entries(paths).flatMap(([what, [args, as]]) => [
    [`PUT of ${what}`, [put, { ...args, body }, as] as const] as const,
    [`GET of ${what}`, [read, args, as] as const] as const,
  ]);
  return Object.fromEntries(attempts);
}

type Args = Attempts[string][1];
type Varied = NonNullable<Attempts[string][2]>;

roomState.observes('a-slash-too-many-is-answered-in-good-order', {
  title: 'A path with a slash too many, or without an event type, is answered in good order',
  rows: ['A6', 'A7', 'A12', 'O3'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const withoutType = { replacing: { [eventType]: '' } };
    await alice.tries(
      roomId,
      writeAndRead({
        '…/type/key/': [entry(roomId), { pathSuffix: '/' }],
        '…/type//': [entry(roomId, ''), { pathSuffix: '/' }],
        '…/state/': [entry(roomId, ''), { ...withoutType, trailingSlash: 'omitted' }],
        '…/state//': [entry(roomId, ''), withoutType],
        '…/state//key': [entry(roomId), withoutType],
      }),
    );
  },
});

roomState.observes('a-head-request-is-answered-in-good-order', {
  title: 'A HEAD request for an entry, or for all state, is answered without breaking down',
  section: 'client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey',
  rows: ['A20', 'O3'],
  operations: ['getRoomState'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId), body);
    const method = 'HEAD';
    await alice.tries(roomId, {
      'HEAD of an entry': [read, entry(roomId), { method }],
      'HEAD of an entry without the slash': [
        read,
        entry(roomId, ''),
        { method, trailingSlash: 'omitted' },
      ],
      'HEAD of an entry that was never set': [read, entry(roomId, 'never-set'), { method }],
      'HEAD of all state': ['getRoomState', { roomId }, { method }],
    });
  },
});

roomState.observes('former-prefixes-are-answered-in-good-order', {
  title: 'The prefixes r0, api/v1 and unstable, and one that never was, are answered in good order',
  rows: ['A21', 'O3'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const prefixes = ['client/r0', 'client/api/v1', 'client/unstable', 'client/v999'].map(
      (prefix) => [prefix, [entry(roomId), { replacing: { 'client/v3': prefix } }]] as const,
    );
    await alice.tries(roomId, writeAndRead(Object.fromEntries(prefixes)));
  },
});

roomState.observes('control-characters-in-a-path-are-answered-in-good-order', {
  title: 'Control characters and noncharacters in a key or a type are answered in good order',
  rows: ['B7', 'O3'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const odd = { NUL: '\0', 'a line break': '\r\n', 'U+007F': '\u007f', 'U+FFFF': '\uffff' };
    const places = Object.entries(odd).flatMap(([what, text]) => [
      [`a key with ${what}`, [entry(roomId, `a${text}b`), {}]] as const,
      [`a key of ${what}`, [entry(roomId, text), {}]] as const,
      [
        `a type with ${what}`,
        [{ ...entry(roomId), eventType: `${eventType}${text}` }, {}],
      ] as const,
    ]);
    await alice.tries(roomId, writeAndRead(Object.fromEntries(places)));
  },
});

roomState.observes('what-is-no-text-in-a-path-is-answered-in-good-order', {
  title: 'A malformed escape, or bytes that are not UTF-8, in a path are answered in good order',
  rows: ['B8', 'B9', 'O3'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const place = '~place~';
    const odd: Record<string, Varied> = {};
    for (const malformed of ['%zz', '%', '%4', '%u0041']) {
      odd[malformed] = { replacing: { [place]: malformed }, isBadHttp: true };
    }
    // An escape of bytes is sound HTTP, whatever they are: no UTF-8, an overlong /, a surrogate.
    for (const bytes of ['%FF', 'a%C3', '%C0%AF', '%ED%A0%80']) {
      odd[bytes] = { replacing: { [place]: bytes } };
    }
    const places = Object.entries(odd).flatMap(([what, as]) => [
      [`the key ${what}`, [entry(roomId, place), as]] as const,
      [`the type ${what}`, [{ ...entry(roomId), eventType: place }, as]] as const,
      [`the room id ${what}`, [{ ...entry(place) }, as]] as const,
    ]);
    await alice.tries(roomId, writeAndRead(Object.fromEntries(places)));
  },
});
