import { errcodeOf } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import type { Entry } from '../../../src/scenario/entry.ts';
import { rejected } from '../../../src/scenario/refusal.ts';
import { entry, eventType, pathForms, put } from '../../entry.ts';
import { long } from './long-name.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#size-limits';
/** Beyond what any event may be, and what some bodies are: all of an event counts, in bytes. */
const limit = 65_536;
/** Less than what any event has besides its content: hashes, signatures, ids of other events. */
const leastBeside = 300;

/** What takes one byte, two, three and four: 255 bytes are never 255 of the others. */
const characters = ['k', 'ü', '€', '🦊'];

/** What every name begins with, and the forms of the path that take turns. */
interface Naming {
  readonly prefix?: string;
  readonly forms?: readonly (typeof pathForms)[number][];
}

/** Names one byte too long are refused, and so are much longer ones; 255 bytes are accepted. */
async function refusesLong(
  { users, note }: Context,
  at: (roomId: string, name: string, stateKey: string) => Entry,
  { prefix = '', forms = pathForms.slice(0, 1) }: Naming = {},
): Promise<void> {
  const { alice } = await users('alice');
  const roomId = await alice.createsRoom();
  const names = characters.map((one) => long(one, 255 - prefix.length));
  for (const [index, { fits, exceeds }] of [
    ...names,
    { fits: 'short', exceeds: 'long'.repeat(300) },
  ].entries()) {
    const { stateKey = '', as = {} } = forms[index % forms.length] ?? {};
    const body = { bytes: Buffer.byteLength(exceeds) };
    const args = { ...at(roomId, prefix + exceeds, stateKey), body };
    const unlike = { args: at(roomId, prefix + fits, stateKey) };
    // The specification names a code, M_TOO_LARGE, and no status.
    const answer = await alice.cannot(put, args, rejected, { as, unlike });
    note(`too long is refused with ${answer.status} ${errcodeOf(answer)}`);
  }
}

roomState.must('a-state-key-over-255-bytes-is-refused', {
  title: 'A state key of 256 bytes or more is refused, and bytes are what counts',
  section,
  rows: ['K1', 'K2', 'K6'],
  run: (context) => refusesLong(context, entry),
});

roomState.must('an-event-type-over-255-bytes-is-refused', {
  title: 'An event type of 256 bytes or more is refused, and bytes are what counts',
  section,
  rows: ['K3', 'K6'],
  run: (context) =>
    refusesLong(
      context,
      (roomId, name, stateKey) => ({ ...entry(roomId, stateKey), eventType: name }),
      { prefix: `${eventType}-`, forms: pathForms },
    ),
});

roomState.must('an-event-type-may-have-255-bytes', {
  title: 'Event types of 255 bytes are accepted, and two of them that differ at the end are two',
  section,
  rows: ['K3'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const start = `${eventType}-`;
    const types = ['one', 'two', 'ü-1'].map(
      (end) => start + long('t', 255 - start.length - Buffer.byteLength(end)).fits + end,
    );
    const at = (type: string) => ({ ...entry(roomId), eventType: type });
    for (const [index, type] of types.entries()) {
      await alice.setsState(at(type), { text: `type ${index}` });
    }
    for (const [index, type] of types.entries()) {
      const content = await alice.seesState(at(type));
      checkState(`the type that ends in ${type.slice(-3)}`, content).equals({
        text: `type ${index}`,
      });
    }
  },
});

roomState.must('an-event-may-have-nearly-64-kib', {
  title: 'An event somewhat below 65,536 bytes is accepted and stored whole',
  section,
  rows: ['K4'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const [stateKey, content] of Object.entries({
      'one text': { text: 'x'.repeat(64_000) },
      'three bytes each': { text: '€'.repeat(21_000) },
      'many members': manyMembers(63_000),
      'a list': { list: Array.from({ length: 16_000 }, () => 777) },
    })) {
      const eventId = await alice.setsState(entry(roomId, stateKey), content);
      checkState(
        `the content of ${stateKey}`,
        await alice.seesState(entry(roomId, stateKey)),
      ).equals(content);
      const event = await alice.seesEvent(roomId, eventId);
      check(`the event of ${stateKey}`, event.json.ok && event.json.value, event).has({ content });
    }
  },
});

roomState.must('an-event-over-65536-bytes-is-refused', {
  title: 'An event of more than 65,536 bytes, its ids and signatures included, is refused',
  section,
  rows: ['K4', 'K5'],
  async run({ users, note }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const members = JSON.stringify({ text: '' }).length;
    for (const [index, content] of [
      { text: 'x'.repeat(limit) },
      { text: 'x'.repeat(limit - leastBeside - members) },
      { text: '€'.repeat(22_000) },
      { text: '🦊'.repeat(16_500) },
      manyMembers(limit),
      { text: 'x'.repeat(200_000) },
      // What canonical JSON has to escape takes two bytes, or six.
      { text: '"'.repeat(33_000) },
      { text: '\u0001'.repeat(11_000) },
      { list: Array.from({ length: 32_800 }, () => 7) },
    ].entries()) {
      const { stateKey, as } = pathForms[index % pathForms.length] ?? pathForms[0];
      const args = { ...entry(roomId, stateKey), body: content };
      const small = { text: `not ${JSON.stringify(content).length} long` };
      const unlike = { args: { body: small } };
      const answer = await alice.cannot(put, args, rejected, { as, unlike });
      note(`an event that is too large is refused with ${answer.status} ${errcodeOf(answer)}`);
    }
  },
});

/** A content of about so many bytes, in members of 20 bytes. */
function manyMembers(bytes: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: Math.ceil(bytes / 20) }, (_, index) => `m${index + 100_000}`);
  return Object.fromEntries(names.map((name) => [name, 'seven45']));
}
