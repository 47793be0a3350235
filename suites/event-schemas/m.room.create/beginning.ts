import { syncedEvents, syncOf } from '../../client-server/room_state/synced-events.ts';
import { creation, creationOf } from './creation.ts';
import { roomCreate } from './suite.ts';

roomCreate.must('the-sender-of-the-creation-is-the-creator', {
  title: 'In every room version m.room.create is sent by who asked for the room, who is in it',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['J1'],
  async run({ users, check, checkState, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({}, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const { event } = await creationOf(alice, roomId);
      const { sender, state_key } = event;
      check('the sender and the key of the creation', { sender, state_key }).equals({
        sender: alice.id,
        state_key: '',
      });
      const member = { roomId, eventType: 'm.room.member', stateKey: alice.id };
      checkState('the membership of the creator', await alice.seesState(member)).has({
        membership: 'join',
      });
    });
  },
});

roomCreate.must('the-creation-names-the-room-version', {
  title: 'm.room.create names the room version that was asked for, whatever its content was to be',
  rows: ['J3'],
  async run({ users, check, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({}, async (version) => {
      const creation_content = { room_version: version === '10' ? '9' : '10' };
      const roomId = await alice.createsRoom({ version, body: { creation_content } });
      const { content } = await creationOf(alice, roomId);
      // Without a version, a room is of the first.
      const allowed = version === '1' ? ['1', undefined] : [version];
      check('the room version in the creation', content.room_version).isOneOf(...allowed);
    });
  },
});

roomCreate.must('the-creation-keeps-what-was-asked-for', {
  title: 'm.room.create has the members of creation_content beside those of the homeserver',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['J1'],
  async run({ users, check }) {
    const { alice } = await users('alice');
    const asked = {
      type: 'org.example.kind',
      'm.federate': false,
      'org.example.extra': { list: [1, 'two', null], nested: { yes: true } },
    };
    const roomId = await alice.createsRoom({ body: { creation_content: asked } });
    check('the content of the creation', (await creationOf(alice, roomId)).content).has(asked);
    const bare = await creationOf(alice, await alice.createsRoom());
    const { type, 'org.example.extra': extra } = bare.content;
    check('what another room was created with', { type, extra }).equals({
      type: undefined,
      extra: undefined,
    });
  },
});

roomCreate.must('the-creation-names-its-creator-up-to-version-10', {
  title: 'In room versions 1 to 10 m.room.create names its creator, whoever creation_content names',
  rows: ['J1'],
  async run({ users, check, eachRoomVersion }) {
    const { alice, mallory } = await users('alice', 'mallory');
    await eachRoomVersion({ to: 10 }, async (version) => {
      const creation_content = { creator: mallory.id };
      const roomId = await alice.createsRoom({ version, body: { creation_content } });
      const { content } = await creationOf(alice, roomId);
      check('the creator in the creation', content.creator).equals(alice.id);
    });
  },
});

roomCreate.must('the-creation-names-no-creator-from-version-11', {
  title: 'From room version 11 on, m.room.create has no member `creator`',
  rows: ['J1'],
  async run({ users, check, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ from: 11 }, async (version) => {
      const { content } = await creationOf(alice, await alice.createsRoom({ version }));
      check('the creator in the creation', content.creator).equals(undefined);
    });
  },
});

roomCreate.observes('a-creator-that-is-asked-for-from-version-11', {
  title: 'A `creator` in creation_content from room version 11 on is answered in good order',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['J1'],
  async run({ users, note, eachRoomVersion }) {
    const { alice, mallory } = await users('alice', 'mallory');
    await eachRoomVersion({ from: 11 }, async (room_version) => {
      const ordinary = await alice.createsRoom();
      const body = { room_version, creation_content: { creator: mallory.id } };
      const what = 'another creator in creation_content';
      const { [what]: answer } = await alice.tries(ordinary, { [what]: ['createRoom', { body }] });
      if (answer?.status !== 200) return;
      const { content } = await creationOf(alice, alice.takes(answer, 'room_id'));
      note(
        `the creation ${content.creator === undefined ? 'names no creator' : 'names a creator'}`,
      );
    });
  },
});

roomCreate.must('the-room-id-goes-with-the-creation', {
  title: 'Room ids have their creator’s domain, and from version 12 on are the creation’s event id',
  section: 'rooms/v12/#room-ids',
  rows: ['J1'],
  async run({ users, check, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({}, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const { event } = await creationOf(alice, roomId);
      const [, ofEvent = ''] = /^\$(.+)$/.exec(String(event.event_id)) ?? [];
      const [, domain = ''] = /^![^:]+:(.+)$/.exec(roomId) ?? [];
      if (Number(version) < 12) check('the domain of the room id', domain).equals(alice.serverName);
      else check('the room id', roomId).equals(`!${ofEvent}`);
    });
  },
});

roomCreate.must('the-creation-comes-first', {
  title: 'The first events of a room are its creation and the joining of its creator',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['J1'],
  operations: ['sync'],
  async run({ users, check, checkState, eventually }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const events = await eventually(async () => {
      const told = syncedEvents(await alice.call('sync', syncOf(roomId)), roomId);
      return told.some(({ type }) => type === 'm.room.power_levels') ? told : undefined;
    });
    const types = (events ?? []).map(({ type }) => type);
    check('the types of the events in sync', types).includes('m.room.create');
    if (!types.includes('m.room.create')) return;
    check('the first two of them', types.slice(0, 2)).equals(['m.room.create', 'm.room.member']);
    const content = await alice.seesState(creation(roomId));
    checkState('the creation in the state', content).equals(events?.[0]?.content);
  },
});
