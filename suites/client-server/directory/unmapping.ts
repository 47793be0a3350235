import { aliasesOf, mapping, roomOf } from './lookup.ts';
import { directory } from './suite.ts';

directory.must('an-unknown-alias-is-not-found', {
  title: 'An alias that does not exist is answered with 404 M_NOT_FOUND, to GET and to DELETE',
  rows: ['H22'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const roomAlias = await alice.createsAlias(roomId);
    for (const operation of ['getRoomIdByAlias', 'deleteRoomAlias']) {
      check('the room of the known alias', await roomOf(alice, roomAlias)).equals(roomId);
      await alice.cannot(operation, { roomAlias: alice.freshAlias() }, 'M_NOT_FOUND', {
        unlike: { args: { roomAlias } },
      });
    }
  },
});

directory.must('what-is-no-alias-is-not-looked-up', {
  title: 'GET of what has no #, or no server name, is answered with 400',
  section: 'client-server-api/#get_matrixclientv3directoryroomroomalias',
  rows: ['H22'],
  async run({ users }) {
    const { alice } = await users('alice');
    const good = await alice.createsAlias(await alice.createsRoom());
    for (const roomAlias of [good.slice(1), good.slice(0, good.indexOf(':')), alice.id]) {
      await alice.cannot(
        'getRoomIdByAlias',
        { roomAlias },
        { status: 400 },
        {
          unlike: { args: { roomAlias: good } },
        },
      );
    }
  },
});

directory.must('a-deleted-alias-is-gone', {
  title: 'A deleted alias leads nowhere, leaves others alone, and may be given to another room',
  section: 'client-server-api/#delete_matrixclientv3directoryroomroomalias',
  rows: ['H22'],
  async run({ users, check }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    const [gone, stays] = [await alice.createsAlias(roomId), await alice.createsAlias(roomId)];
    const answer = await alice.call('deleteRoomAlias', { roomAlias: gone });
    check('the status of the DELETE', answer.status, answer).equals(200);
    check('the room of the deleted alias', await roomOf(bob, gone)).equals(404);
    check('the room of the other alias', await roomOf(bob, stays)).equals(roomId);
    check('the aliases of the room', await aliasesOf(alice, roomId)).equals([stays]);
    await alice.cannot('deleteRoomAlias', { roomAlias: gone }, 'M_NOT_FOUND', {
      unlike: { args: { roomAlias: stays } },
    });
    const other = await bob.createsRoom();
    await bob.call('setRoomAlias', mapping(gone, other));
    check('the room of the alias that was given anew', await roomOf(alice, gone)).equals(other);
    check('the aliases of its former room', await aliasesOf(alice, roomId)).equals([]);
  },
});

directory.must('aliases-are-changed-with-a-token', {
  title: 'An alias is neither made nor deleted, and no list of them is read, without a token',
  section: 'client-server-api/#using-access-tokens',
  rows: ['H22'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const [roomAlias, other] = [await alice.createsAlias(roomId), alice.freshAlias()];
    const as = { authorization: null } as const;
    const refused = { as, unlike: 'unvaried' } as const;
    await alice.cannot('getLocalAliases', { roomId }, 'M_MISSING_TOKEN', refused);
    const late = await alice.asks('setRoomAlias', mapping(other, roomId), as);
    check('the status without a token', late.status, late).equals(401);
    check('the room of the alias that was not made', await roomOf(alice, other)).equals(404);
    await alice.cannot('setRoomAlias', mapping(other, roomId), 'M_MISSING_TOKEN', refused);
    await alice.asks('deleteRoomAlias', { roomAlias }, as);
    check('the room of the alias that was kept', await roomOf(alice, roomAlias)).equals(roomId);
    await alice.cannot('deleteRoomAlias', { roomAlias }, 'M_MISSING_TOKEN', refused);
  },
});
