import type { Attempts } from '../../../src/scenario/observe.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

/** Bodies that are tried, each in an entry of its own, and what the entry then holds. */
async function triesBodies(
  alice: User,
  note: (text: string) => void,
  bodies: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const roomId = await alice.createsRoom();
  const attempts = Object.entries(bodies).map(
    ([what, rawBody]) => [what, [put, { ...entry(roomId, what), body: {} }, { rawBody }]] as const,
  );
  await alice.tries(roomId, Object.fromEntries(attempts) satisfies Attempts);
  for (const what of Object.keys(bodies)) {
    const content = await alice.seesState(entry(roomId, what));
    note(`${what} leaves ${JSON.stringify(content).slice(0, 100)}`);
  }
}

const text = '{"text": "encoded"}';

/** Units of two bytes, as UTF-16 has them. */
function utf16(content: string, isBigEndian: boolean): Uint8Array {
  const bytes = [...content].flatMap((one) => [one.charCodeAt(0), 0]);
  return Uint8Array.from(isBigEndian ? [0, ...bytes.slice(0, -1)] : bytes);
}

roomState.observes('a-body-in-another-encoding-is-answered-in-good-order', {
  title: 'A body in UTF-16, or one that begins with a byte order mark, is answered in good order',
  section: 'client-server-api/#api-standards',
  rows: ['C7', 'O3'],
  async run({ users, note }) {
    const { alice } = await users('alice');
    await triesBodies(alice, note, {
      'UTF-8 with a byte order mark': `\ufeff${text}`,
      'UTF-16, little-endian': utf16(text, false),
      'UTF-16, big-endian': utf16(text, true),
      'UTF-16 with a byte order mark': utf16(`\ufeff${text}`, false),
    });
  },
});

roomState.observes('half-a-surrogate-pair-is-answered-in-good-order', {
  title: 'Half a surrogate pair in a text or a name of a content is answered in good order',
  section: 'appendices/#canonical-json',
  rows: ['C10', 'O3'],
  async run({ users, note }) {
    const { alice } = await users('alice');
    await triesBodies(alice, note, {
      'the first half in a text': '{"text": "\\ud800"}',
      'the second half in a text': '{"text": "before \\udc00 after"}',
      'both halves, the wrong way round': '{"in": [{"text": "\\udc00\\ud800"}]}',
      'the first half in a name': '{"\\ud800": "text"}',
    });
  },
});

roomState.observes('thousands-of-levels-are-answered-in-good-order', {
  title: 'A body with thousands of lists or objects within one another is answered in good order',
  rows: ['C12', 'O3'],
  unsafe: 'some homeservers crash on a body that is nested so deeply',
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const nested = Object.entries({
      '1,000 lists': `{"deep": ${'['.repeat(1000)}${']'.repeat(1000)}}`,
      '30,000 lists': `{"deep": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
      '9,000 objects': `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`,
      '50,000 lists that never end': `{"deep": ${'['.repeat(50_000)}`,
    }).map(([what, rawBody]) => [
      what,
      [put, { ...entry(roomId, what), body: {} }, { rawBody }] as const,
    ]);
    // What was stored is not read: no client could be asked to.
    await alice.tries(await alice.createsRoom(), Object.fromEntries(nested));
  },
});

roomState.observes('a-body-of-14-megabytes-is-answered-in-good-order', {
  title: 'A body of 14 megabytes is answered in good order',
  section: 'client-server-api/#size-limits',
  rows: ['K5', 'O3'],
  unsafe: 'it sends 14 megabytes at once',
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const body = { text: 'x'.repeat(14_000_000) };
    // A proxy may refuse it, too.
    await alice.tries(roomId, { '14 MB': [put, { ...entry(roomId), body }, { isBadHttp: true }] });
  },
});
