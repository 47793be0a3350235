import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const avatar = (roomId: string) => ({ roomId, eventType: 'm.room.avatar', stateKey: '' });

roomState.must('the-avatar-of-a-room-may-be-cleared', {
  title: 'An m.room.avatar of {} is accepted after one with a URL, and leaves none',
  section: 'client-server-api/#mroomavatar',
  rows: ['J7'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const content of [{ url: 'mxc://example.org/garden' }, {}]) {
      await alice.setsState(avatar(roomId), content);
      checkState('the avatar', await alice.seesState(avatar(roomId))).equals(content);
    }
  },
});

roomState.must('events-are-not-limited-to-known-types', {
  title: 'Types that the specification does not know are accepted, also below m. and like its own',
  section: 'client-server-api/#types-of-room-events',
  rows: ['J16'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const types = [
      'm.conformance.unknown',
      'm.room.conformance',
      'm.room.name.conformance',
      'm.room.create.conformance',
      'M.ROOM.NAME',
      'M.ROOM.CREATE',
      'M.ROOM.MEMBER',
      'M.ROOM.POWER_LEVELS',
      'm.room.power_levels.conformance',
      'name',
      '7',
      'org.example.ünïcode',
      'org.example.white space',
      '🌱',
    ];
    const places = types.map((eventType) => ({ roomId, eventType, stateKey: '' }));
    for (const [index, place] of places.entries()) await alice.setsState(place, { index });
    for (const [index, place] of places.entries()) {
      const content = await alice.seesState(place);
      checkState(`the type ${place.eventType}`, content).equals({ index });
    }
  },
});

/** Types that the specification knows, each with a content that its schema takes. */
function known(roomId: string, serverName: string): readonly [string, string, object][] {
  const rule = { entity: 'example.org', recommendation: 'm.ban', reason: 'a test' };
  return [
    ['m.policy.rule.user', 'of users', { ...rule, entity: '@*:example.org' }],
    ['m.policy.rule.server', 'of servers', rule],
    ['m.policy.rule.room', 'of rooms', { ...rule, entity: '#*:example.org' }],
    ['m.space.child', roomId, { via: [serverName], order: 'a', suggested: true }],
    ['m.space.parent', roomId, { via: [serverName], canonical: true }],
    ['m.room.pinned_events', '', { pinned: [] }],
    ['m.room.encryption', '', { algorithm: 'm.megolm.v1.aes-sha2' }],
    ['m.room.history_visibility', '', { history_visibility: 'joined' }],
    ['m.room.join_rules', '', { join_rule: 'invite' }],
    ['m.room.guest_access', '', { guest_access: 'can_join' }],
    ['m.room.server_acl', '', { allow: ['*'], deny: ['evil.example.org'] }],
    [
      'm.room.policy',
      '',
      {
        via: 'policy.example.org',
        public_keys: { ed25519: '6yhHGKhCiXTSEN2ksjV7kX_N6rBQZ3Xb-M7LlC6NS-s' },
      },
    ],
    ['m.room.tombstone', '', { body: 'It moved', replacement_room: '!moved:example.org' }],
  ];
}

roomState.must('typed-events-are-set-by-who-has-the-power', {
  title: 'Policies, spaces and the like may be set with the level for their type, and not below it',
  section: 'client-server-api/#mroompower_levels',
  rows: ['J18', 'F1'],
  async run({ users, checkState }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const typed = known(await alice.createsRoom(), alice.serverName);
    // A level that no other thing takes.
    const events = Object.fromEntries(typed.map(([eventType]) => [eventType, 41]));
    const roomId = await alice.createsRoom({ joinedBy: [bob, mallory], powerLevels: { events } });
    await alice.grants(roomId, bob, 41);
    await alice.grants(roomId, mallory, 40);
    for (const [eventType, stateKey, body] of typed) {
      const place = { ...entry(roomId, stateKey), eventType };
      await mallory.cannot(put, { ...place, body }, 'M_FORBIDDEN', { unlike: bob });
      checkState(`the event ${eventType}`, await alice.seesState(place)).equals(body);
    }
  },
});
