import type { Context } from '../../../src/scenario/context.ts';
import type { NamedRefusal } from '../../../src/scenario/refusal.ts';
import type { User } from '../../../src/scenario/user.ts';
import { put } from './entry.ts';
import { roomState } from './suite.ts';

/** What a bad alias is made of. */
interface AliasScene {
  readonly alice: User;
  /** An alias of the room. */
  readonly good: string;
  /** An alias of another room. */
  readonly foreign: string;
}

interface BadAlias {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly refusal: NamedRefusal;
  readonly content: (scene: AliasScene) => unknown;
}

/** The content has to be refused, and a good alias in its place to be accepted. */
async function refuses({ users }: Context, { content, refusal }: BadAlias): Promise<void> {
  const { alice } = await users('alice');
  const roomId = await alice.createsRoom();
  const good = await alice.createsAlias(roomId);
  const foreign = await alice.createsAlias(await alice.createsRoom());
  const entry = { roomId, eventType: 'm.room.canonical_alias', stateKey: '' };
  const body = content({ alice, good, foreign });
  await alice.cannot(put, { ...entry, body }, refusal, {
    unlike: { args: { body: { alias: good, alt_aliases: [good] } } },
  });
}

const badAliases: readonly BadAlias[] = [
  {
    name: 'an-alias-that-does-not-exist-is-bad',
    title: 'A canonical alias that the directory does not know is refused',
    rows: ['H3'],
    refusal: 'M_BAD_ALIAS',
    content: ({ alice }) => ({ alias: alice.freshAlias() }),
  },
  {
    name: 'an-alias-of-another-room-is-bad',
    title: 'A canonical alias that points to another room is refused',
    rows: ['H4'],
    refusal: 'M_BAD_ALIAS',
    content: ({ foreign }) => ({ alias: foreign }),
  },
  {
    name: 'one-bad-alias-among-the-alternatives-is-bad',
    title: 'One alternative alias that does not exist is refused, good ones beside it or not',
    rows: ['H5'],
    refusal: 'M_BAD_ALIAS',
    content: ({ alice, good }) => ({ alias: good, alt_aliases: [good, alice.freshAlias()] }),
  },
  {
    name: 'an-alternative-alias-of-another-room-is-bad',
    title: 'An alternative alias that points to another room is refused',
    rows: ['H5'],
    refusal: 'M_BAD_ALIAS',
    content: ({ good, foreign }) => ({ alias: good, alt_aliases: [foreign] }),
  },
  {
    name: 'bad-alternatives-without-an-alias-are-bad',
    title: 'An alternative alias that does not exist is refused without an alias beside it, too',
    rows: ['H6'],
    refusal: 'M_BAD_ALIAS',
    content: ({ alice }) => ({ alt_aliases: [alice.freshAlias()] }),
  },
  {
    name: 'an-alias-without-its-hash-is-invalid',
    title: 'A canonical alias that does not begin with # is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    content: ({ good }) => ({ alias: good.slice(1) }),
  },
  {
    name: 'an-alias-without-a-server-name-is-invalid',
    title: 'A canonical alias without a server name is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    content: ({ good }) => ({ alias: good.split(':')[0] }),
  },
  {
    name: 'a-user-id-is-an-invalid-alias',
    title: 'A user id in place of the canonical alias is refused as invalid',
    rows: ['H7'],
    refusal: 'M_INVALID_PARAM',
    content: ({ alice }) => ({ alias: alice.id }),
  },
  {
    name: 'an-alias-with-a-bad-server-name-is-invalid',
    title: 'A canonical alias whose server name breaks its grammar is refused as invalid',
    rows: ['H8'],
    refusal: 'M_INVALID_PARAM',
    content: () => ({ alias: '#alias:not a server name' }),
  },
  {
    name: 'an-alias-with-an-empty-server-name-is-invalid',
    title: 'A canonical alias with nothing after its colon is refused as invalid',
    rows: ['H8'],
    refusal: 'M_INVALID_PARAM',
    content: () => ({ alias: '#alias:' }),
  },
  {
    name: 'an-alias-over-255-bytes-is-invalid',
    title: 'A canonical alias of more than 255 bytes is refused as invalid',
    rows: ['H9'],
    refusal: 'M_INVALID_PARAM',
    content: ({ alice }) => ({ alias: `#${'a'.repeat(255)}:${alice.serverName}` }),
  },
  {
    name: 'an-alternative-alias-with-bad-syntax-is-invalid',
    title:
      'An alternative alias that is no alias is refused as invalid, good ones beside it or not',
    rows: ['H7', 'H8'],
    refusal: 'M_INVALID_PARAM',
    content: ({ good }) => ({ alias: good, alt_aliases: [good, 'no-alias'] }),
  },
];

for (const bad of badAliases) {
  const { name, title, rows } = bad;
  roomState.should(name, { title, rows, run: (context) => refuses(context, bad) });
}
