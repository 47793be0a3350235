import { jsonOf } from '../../../src/scenario/answer.ts';
import { entry, eventType } from '../../entry.ts';
import { keys, steps, typeEnds } from './path-texts.ts';
import { roomState } from './suite.ts';

/** Texts that are one where case, accents, width, white space or the form of Unicode do not count. */
const alike = [
  ['Key', 'key', 'KEY', ' key', 'key ', 'k\u200bey', '\uff4bey', 'k\u00e9y', 'ke\u0301y'],
  ['stra\u00dfe', 'strasse', 'STRASSE'],
  ['\u00c5ngstr\u00f6m', '\u212bngstr\u00f6m', 'A\u030angstro\u0308m'],
  ['\u03c3\u03c2', '\u03c3\u03c3', '\u03a3\u03a3'],
  ['\ufb01', 'fi', '\u0131', 'i'],
];

roomState.must('state-keys-are-case-sensitive', {
  title: 'State keys that differ in case, or in Unicode normalisation, are two entries',
  rows: ['A15'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const all = alike.flat();
    for (const key of all) await alice.setsState(entry(roomId, key), { key });
    for (const key of all) {
      const content = await alice.seesState(entry(roomId, key));
      checkState(`the key ${JSON.stringify(key)}`, content).equals({ key });
    }
  },
});

roomState.must('event-types-are-case-sensitive', {
  title: 'Event types that differ in case, or in Unicode normalisation, are two types',
  rows: ['A15', 'J16'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const types = alike.flat().map((end) => `${eventType}.${end}`);
    types.push(eventType, eventType.toUpperCase());
    for (const type of types) {
      await alice.setsState({ ...entry(roomId), eventType: type }, { type });
    }
    for (const type of types) {
      const content = await alice.seesState({ ...entry(roomId), eventType: type });
      checkState(`the type ${type}`, content).equals({ type });
    }
  },
});

roomState.must('a-state-key-may-have-255-bytes', {
  title: 'State keys of 255 bytes are accepted, and two of them that differ at the end are two',
  section: 'client-server-api/#size-limits',
  rows: ['K1', 'K2'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const long = ['one', 'two', 'ü1'].map((end) => 'k'.repeat(255 - Buffer.byteLength(end)) + end);
    for (const key of long) await alice.setsState(entry(roomId, key), { end: key.slice(-3) });
    for (const key of long) {
      const content = await alice.seesState(entry(roomId, key));
      checkState(`the key that ends in ${key.slice(-3)}`, content).equals({ end: key.slice(-3) });
    }
  },
});

roomState.must('reserved-characters-in-an-event-type-are-data', {
  title: 'Percent-encoded characters that mean something in a URL are part of the event type',
  rows: ['B2', 'B3', 'J16'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const types = ['', 'a', ...typeEnds].map((end) => eventType + end);
    types.push(`/${eventType}`);
    for (const type of types) {
      await alice.setsState({ ...entry(roomId), eventType: type }, { type });
    }
    for (const type of types) {
      const content = await alice.seesState({ ...entry(roomId), eventType: type });
      checkState(`the type ${type}`, content).equals({ type });
    }
    const type = `${eventType}/+ %41?`;
    const eventId = await alice.setsState({ ...entry(roomId), eventType: type }, { type });
    const event = await alice.seesEvent(roomId, eventId);
    check('the event’s type', jsonOf(event), event).has({ type });
  },
});

roomState.must('reserved-characters-in-a-state-key-are-data', {
  title: 'Percent-encoded characters that mean something in a URL are part of the state key',
  rows: ['B2', 'B3', 'B6'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const [index, key] of keys.entries()) {
      await alice.setsState(entry(roomId, key), { text: `key ${index}` });
    }
    for (const [index, key] of keys.entries()) {
      const content = await alice.seesState(entry(roomId, key));
      checkState(`the key "${key}"`, content).equals({ text: `key ${index}` });
    }
    // A plus sign in a path is a plus sign: only forms write a space with it.
    const literal = { unencoded: '+' };
    await alice.setsState(entry(roomId, 'c+d'), { plus: 'as it is' }, literal);
    const plus = await alice.seesState(entry(roomId, 'c+d'));
    checkState('the key c+d, written without encoding', plus).equals({ plus: 'as it is' });
    const read = await alice.call('getRoomStateWithKey', entry(roomId, 'c+d'), literal);
    checkState('the key c+d, read without encoding', jsonOf(read), read).equals({
      plus: 'as it is',
    });
    const eventId = await alice.setsState(entry(roomId, 'a/+ %41'), { key: 'last' });
    const event = await alice.seesEvent(roomId, eventId);
    check('the event’s state key', jsonOf(event), event).has({ state_key: 'a/+ %41' });
  },
});

roomState.must('a-state-key-of-dots-leads-nowhere', {
  title: 'The keys . and .., alone or beside an encoded slash, are keys as any others',
  rows: ['B4'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    // Whoever misreads such a key alike in PUT and GET has written the entry that it leads to.
    const all = ['', 'a', 'b', 'a/', ...steps];
    for (const key of all) await alice.setsState(entry(roomId, key), { key });
    for (const key of all) {
      checkState(`the key "${key}"`, await alice.seesState(entry(roomId, key))).equals({ key });
    }
  },
});
