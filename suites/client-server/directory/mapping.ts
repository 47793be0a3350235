import { memberOf } from '../../../src/scenario/answer.ts';
import { mapping, roomOf } from './lookup.ts';
import { directory } from './suite.ts';

const lookup = 'getRoomIdByAlias';

directory.must('an-alias-points-to-its-room', {
  title: 'An alias leads everybody to its room, whether it is looked up or joined by',
  section: 'client-server-api/#put_matrixclientv3directoryroomroomalias',
  rows: ['H22'],
  operations: ['joinRoom'],
  async run({ users, check }) {
    const { alice, bob } = await users('alice', 'bob');
    const [roomId, other] = [await alice.createsRoom(), await alice.createsRoom()];
    const [one, two, ofOther] = [alice.freshAlias(), alice.freshAlias(), alice.freshAlias()];
    for (const [alias, room] of [
      [one, roomId],
      [ofOther, other],
      [two, roomId],
    ] as const) {
      const answer = await alice.call('setRoomAlias', mapping(alias, room));
      check('the status of the new alias', answer.status, answer).equals(200);
    }
    check('the room of the first alias', await roomOf(alice, one)).equals(roomId);
    check('the room of the second', await roomOf(bob, two)).equals(roomId);
    check('the room of the other', await roomOf(bob, ofOther)).equals(other);
    const joined = await bob.call('joinRoom', { roomIdOrAlias: ofOther, body: {} });
    check('the room that was joined', memberOf(joined, 'room_id'), joined).equals(other);
  },
});

directory.must('an-alias-is-looked-up-without-a-token', {
  title: 'An alias can be looked up without an access token',
  section: 'client-server-api/#get_matrixclientv3directoryroomroomalias',
  rows: ['H22'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const roomAlias = await alice.createsAlias(roomId);
    const answer = await alice.call(lookup, { roomAlias }, { authorization: null });
    check('the room of the alias', memberOf(answer, 'room_id'), answer).equals(roomId);
  },
});

directory.must('an-alias-may-hold-any-text', {
  title: 'The localpart of an alias may hold any character but a colon and NUL',
  section: 'appendices/#room-aliases',
  rows: ['H22'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const fresh = alice.freshAlias().slice(1);
    const texts = ['ü', '🦊', '/', 'a/', '+', '%41', '?', '#', '@', '!'];
    for (const text of texts) {
      await alice.call('setRoomAlias', mapping(`#${text}${fresh}`, roomId));
    }
    for (const text of texts) {
      check(`the room of #${text}…`, await roomOf(alice, `#${text}${fresh}`)).equals(roomId);
    }
    check('the room of #A…, which was not made', await roomOf(alice, `#A${fresh}`)).equals(404);
  },
});

directory.must('an-alias-of-a-new-room-is-its-canonical-one', {
  title: 'A room that is created with room_alias_name has that alias, and another one may not',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['H22'],
  operations: ['createRoom', 'getRoomStateWithKey'],
  async run({ users, check, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const nameOf = (alias: string) => alias.slice(1, alias.indexOf(':'));
    const alias = alice.freshAlias();
    const body = { preset: 'public_chat', room_alias_name: nameOf(alias) };
    const roomId = await alice.createsRoom({ body });
    check('the room of the alias', await roomOf(bob, alias)).equals(roomId);
    const canonical = { roomId, eventType: 'm.room.canonical_alias', stateKey: '' };
    checkState('the canonical alias', await alice.seesState(canonical)).has({ alias });
    const inUse = { status: 400, errcode: 'M_ROOM_IN_USE' };
    const another = { body: { ...body, room_alias_name: nameOf(alice.freshAlias()) } };
    await bob.cannot('createRoom', { body }, inUse, { unlike: { args: another } });
    check('the room of the alias afterwards', await roomOf(bob, alias)).equals(roomId);
  },
});
