import { aliasesOf } from './lookup.ts';
import { directory } from './suite.ts';

const section = 'client-server-api/#get_matrixclientv3roomsroomidaliases';
const list = 'getLocalAliases';

directory.must('the-aliases-of-a-room-are-listed', {
  title: 'A member is told all aliases of a room, no other, and an empty list where there is none',
  section,
  rows: ['H22'],
  async run({ users, check }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    check('the aliases of a new room', await aliasesOf(bob, roomId)).equals([]);
    const aliases = [await alice.createsAlias(roomId), await alice.createsAlias(roomId)];
    const other = await alice.createsRoom();
    const ofOther = await alice.createsAlias(other);
    check('the aliases of the room', await aliasesOf(alice, roomId)).equals([...aliases].sort());
    check('those that bob is told', await aliasesOf(bob, roomId)).equals([...aliases].sort());
    check('the aliases of the other room', await aliasesOf(alice, other)).equals([ofOther]);
    const canonical = { roomId, eventType: 'm.room.canonical_alias', stateKey: '' };
    await alice.setsState(canonical, { alias: aliases[0] });
    check('those with a canonical one', await aliasesOf(bob, roomId)).equals([...aliases].sort());
  },
});

directory.must('the-aliases-of-a-room-are-not-for-strangers', {
  title: 'Who was never in a room may not list its aliases, invited or not',
  section,
  rows: ['H22'],
  async run({ users }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    await alice.createsAlias(roomId);
    await mallory.cannot(list, { roomId }, 'M_FORBIDDEN', { unlike: bob });
    await alice.invites(roomId, mallory);
    await mallory.cannot(list, { roomId }, 'M_FORBIDDEN', { unlike: bob });
  },
});

directory.must('a-world-readable-room-tells-its-aliases-to-all', {
  title: 'In a room that the world may read, anybody may list the aliases',
  section,
  rows: ['H22'],
  async run({ users, check }) {
    const { alice, bob } = await users('alice', 'bob');
    const content = { history_visibility: 'world_readable' };
    const initial_state = [{ type: 'm.room.history_visibility', state_key: '', content }];
    const roomId = await alice.createsRoom({ body: { initial_state } });
    const alias = await alice.createsAlias(roomId);
    check('the aliases that bob is told', await aliasesOf(bob, roomId)).equals([alias]);
  },
});
