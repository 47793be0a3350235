import { entry } from '../../entry.ts';
import { rooms } from './suite.ts';

const operations = ['getMembersByRoom', 'getJoinedMembersByRoom', 'getOneRoomEvent'];

rooms.observes('reading-an-unknown-room-is-answered-in-good-order', {
  title: 'Reading a room that there is not is refused in good order, however its id is written',
  rows: ['P10'],
  operations,
  async run({ users }) {
    const { alice } = await users('alice');
    const own = await alice.createsRoom();
    const eventId = await alice.setsState(entry(own), { text: 'hello' });
    for (const [what, roomId] of Object.entries({
      'an unknown room': `!no-room-has-this-id:${alice.serverName}`,
      'a room of elsewhere': '!no-room-has-this-id:elsewhere.invalid',
      'a room without a domain': `!${'A'.repeat(43)}`,
      'an alias for a room': alice.freshAlias(),
      'no room id': 'garden',
    })) {
      await alice.tries(own, {
        [`an entry of ${what}`]: ['getRoomStateWithKey', { ...entry(roomId) }],
        [`the full state of ${what}`]: ['getRoomState', { roomId }],
        [`the members of ${what}`]: ['getMembersByRoom', { roomId }],
        [`the joined members of ${what}`]: ['getJoinedMembersByRoom', { roomId }],
        [`an event of ${what}`]: ['getOneRoomEvent', { roomId, eventId }],
      });
    }
  },
});
