import { type Refusal, rejected } from '../../../src/scenario/refusal.ts';
import type { RefusedBeside } from '../../../src/scenario/refuse.ts';
import type { User } from '../../../src/scenario/user.ts';
import { mapping, roomOf } from './lookup.ts';
import { directory } from './suite.ts';

const put = 'setRoomAlias';
const section = 'client-server-api/#put_matrixclientv3directoryroomroomalias';
const taken: Refusal = { status: 409 };
const invalid: Refusal = { status: 400 };

directory.must('an-alias-that-is-taken-is-refused', {
  title: 'An alias that exists is refused with 409, to whoever and for whatever room, and stays',
  section,
  rows: ['H22'],
  async run({ users, check }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const roomAlias = await alice.createsAlias(roomId);
    const bobs = await bob.createsRoom();
    for (const [who, room_id] of [
      [alice, roomId],
      [alice, await alice.createsRoom()],
      [bob, bobs],
    ] as const) {
      const unlike = { args: { roomAlias: who.freshAlias() } };
      await who.cannot(put, mapping(roomAlias, room_id), taken, { unlike });
      check('the room of the alias afterwards', await roomOf(bob, roomAlias)).equals(roomId);
    }
  },
});

/** What makes an alias none, beside a good one of a name that nobody has. */
interface NoAlias {
  readonly name: string;
  readonly title: string;
  readonly section?: string;
  readonly refusal: Refusal;
  readonly aliases: (good: string, user: User) => readonly string[];
}

const noAliases: readonly NoAlias[] = [
  {
    name: 'what-is-no-alias-is-refused',
    title: 'What has no #, or no server name, is refused as an alias with 400',
    refusal: invalid,
    aliases: (good, { id }) => [good.slice(1), good.slice(0, good.indexOf(':')), id, 'alias'],
  },
  {
    name: 'an-alias-of-no-server-is-refused',
    title: 'An alias whose server name is empty, or breaks its grammar, is refused',
    // It is no alias, and of no server but this one either: a homeserver may say the latter first.
    refusal: rejected,
    aliases: (good) =>
      ['', 'not a server name', 'a_b', ':8448'].map((server) => good.replace(/:.*/, `:${server}`)),
  },
  {
    name: 'an-alias-over-255-bytes-is-refused',
    title: 'An alias of more than 255 bytes, whatever its characters, is refused with 400',
    section: 'appendices/#room-aliases',
    refusal: invalid,
    aliases: (good) => [lengthened(good, 256, 'a'), lengthened(good, 257, 'ü')],
  },
  {
    name: 'an-alias-with-a-nul-is-refused',
    title: 'An alias with a NUL is refused with 400',
    section: 'appendices/#room-aliases',
    refusal: invalid,
    aliases: (good) => [good.replace('#', '#\0'), good.replace(':', '\0:')],
  },
];

/** The alias with more of a character at its front, so that it has that many bytes. */
function lengthened(alias: string, bytes: number, character: string): string {
  const missing = bytes - Buffer.byteLength(alias);
  const count = Math.ceil(missing / Buffer.byteLength(character));
  return alias.replace('#', `#${character.repeat(count)}`);
}

for (const { name, title, section: of = section, refusal, aliases } of noAliases) {
  directory.must(name, {
    title,
    section: of,
    rows: ['H22'],
    async run({ users, check }) {
      const { alice } = await users('alice');
      const roomId = await alice.createsRoom();
      for (const roomAlias of aliases(alice.freshAlias(), alice)) {
        const good = lengthened(alice.freshAlias(), 255, 'a');
        const unlike = { args: { roomAlias: good } };
        await alice.cannot(put, mapping(roomAlias, roomId), refusal, { unlike });
        // Whoever is asked for one of another server may ask that server.
        if (refusal === invalid) {
          check('the room of what is no alias', await roomOf(alice, roomAlias)).differsFrom(roomId);
        }
        check('the room of a good one', await roomOf(alice, good)).equals(roomId);
      }
    },
  });
}

directory.must('an-alias-needs-a-room', {
  title: 'An alias is refused whose body is no JSON object, or has no room_id that is a string',
  section,
  rows: ['H22'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const refuses = async (body: object, beside: RefusedBeside) => {
      const args = { roomAlias: alice.freshAlias(), body };
      await alice.asks(put, args, beside.as);
      check('the room of the refused alias', await roomOf(alice, args.roomAlias)).equals(404);
      await alice.cannot(put, args, rejected, beside);
      check('the room of the alias', await roomOf(alice, args.roomAlias)).equals(roomId);
    };
    const good = { room_id: roomId };
    for (const room_id of [undefined, 7, null, [roomId]]) {
      await refuses({ room_id }, { unlike: { args: { body: good } } });
    }
    for (const rawBody of ['not json', '[]', '']) {
      await refuses(good, { as: { rawBody }, unlike: 'unvaried' });
    }
  },
});

directory.should('refused-aliases-have-the-codes-of-the-examples', {
  title: 'A taken alias is refused with M_UNKNOWN, and what is none with M_INVALID_PARAM',
  section,
  rows: ['H22'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const roomAlias = await alice.createsAlias(roomId);
    const unlike = () => ({ unlike: { args: { roomAlias: alice.freshAlias() } } });
    const asTaken = { ...taken, errcode: 'M_UNKNOWN' };
    await alice.cannot(put, mapping(roomAlias, roomId), asTaken, unlike());
    await alice.cannot(put, mapping(roomAlias.slice(1), roomId), 'M_INVALID_PARAM', unlike());
    check('the room of the alias', await roomOf(alice, roomAlias)).equals(roomId);
  },
});
