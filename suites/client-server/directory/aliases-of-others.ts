import { mapping, roomOf } from './lookup.ts';
import { directory } from './suite.ts';

/** No such domain can ever be there (RFC 6761). */
const elsewhere = '#garden:conformance.invalid';

directory.observes('an-alias-of-another-server', {
  title: 'An alias of another server, made here or looked up, is answered in good order',
  rows: ['H22', 'H19'],
  operations: ['setRoomStateWithKey', 'getRoomStateWithKey'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const as = { reachesOut: true };
    await alice.tries(roomId, {
      'an alias of another server, made': ['setRoomAlias', mapping(elsewhere, roomId), as],
      'the same, deleted': ['deleteRoomAlias', { roomAlias: elsewhere }, as],
      'the same, looked up': ['getRoomIdByAlias', { roomAlias: elsewhere }, as],
      'an alias with nothing after its colon, looked up': [
        'getRoomIdByAlias',
        { roomAlias: '#garden:' },
        as,
      ],
    });
  },
});

directory.observes('an-alias-for-a-room-of-others', {
  title: 'An alias for a room that is not there, or of others, is answered in good order',
  rows: ['H22'],
  operations: ['setRoomStateWithKey', 'getRoomStateWithKey'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const nowhere = `!nowhere:${alice.serverName}`;
    await mallory.tries(await mallory.createsRoom(), {
      'an alias for a room that one is not in': [
        'setRoomAlias',
        mapping(mallory.freshAlias(), roomId),
      ],
      'an alias for a room that is not there': [
        'setRoomAlias',
        mapping(mallory.freshAlias(), nowhere),
      ],
      'an alias for what is no room id': ['setRoomAlias', mapping(mallory.freshAlias(), 'nowhere')],
      'the aliases of a room that is not there': ['getLocalAliases', { roomId: nowhere }],
    });
    await bob.tries(await bob.createsRoom(), {
      'an alias by a member without any power': ['setRoomAlias', mapping(bob.freshAlias(), roomId)],
    });
  },
});

directory.observes('who-may-delete-an-alias', {
  title: 'A DELETE of an alias by who did not make it is answered in good order',
  section: 'client-server-api/#delete_matrixclientv3directoryroomroomalias',
  rows: ['H22'],
  operations: ['setRoomStateWithKey', 'getRoomStateWithKey'],
  async run({ users, note }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const [one, two] = [await alice.createsAlias(roomId), await alice.createsAlias(roomId)];
    await mallory.tries(await mallory.createsRoom(), {
      'an alias deleted by who is not in the room': ['deleteRoomAlias', { roomAlias: one }],
    });
    await bob.tries(await bob.createsRoom(), {
      'an alias deleted by a member without any power': ['deleteRoomAlias', { roomAlias: one }],
    });
    await alice.grants(roomId, bob, 50);
    await bob.tries(await bob.createsRoom(), {
      'an alias deleted by a member with the power': ['deleteRoomAlias', { roomAlias: two }],
    });
    for (const alias of [one, two]) {
      note(`the alias is ${(await roomOf(alice, alias)) === roomId ? 'still there' : 'gone'}`);
    }
  },
});
