import type { User } from '../../../src/scenario/user.ts';
import { entry } from '../../entry.ts';
import { readings, unseen } from './readings.ts';
import { rooms } from './suite.ts';

/** Who never was in the room, whatever else went on between them and it. */
interface Stranger {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly story: (alice: User, mallory: User, roomId: string) => Promise<void>;
}

const strangers: readonly Stranger[] = [
  {
    name: 'who-never-joined-reads-nothing',
    title: 'A user who never joined the room reads nothing of it',
    rows: ['P4'],
    story: async () => {},
  },
  {
    name: 'who-is-only-invited-reads-nothing',
    title: 'A user who is invited to the room, and did not join, reads nothing of it',
    rows: ['P7'],
    story: (alice, mallory, roomId) => alice.invites(roomId, mallory),
  },
  {
    name: 'who-declined-an-invitation-reads-nothing',
    title: 'A user who declined an invitation to the room reads nothing of it',
    rows: ['P4', 'P7'],
    story: async (alice, mallory, roomId) => {
      await alice.invites(roomId, mallory);
      await mallory.leaves(roomId);
    },
  },
  {
    name: 'who-was-banned-without-joining-reads-nothing',
    title: 'A user who was banned before they ever joined the room reads nothing of it',
    rows: ['P4', 'P6'],
    story: (alice, mallory, roomId) => alice.bans(roomId, mallory),
  },
];

for (const { name, title, rows, story } of strangers) {
  rooms.must(name, {
    title,
    rows,
    operations: ['getMembersByRoom', 'getOneRoomEvent'],
    async run({ users }) {
      const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
      const roomId = await alice.createsRoom({ joinedBy: [bob] });
      const eventId = await alice.setsState(entry(roomId), { text: 'secret' });
      await bob.seesEvent(roomId, eventId);
      await story(alice, mallory, roomId);
      for (const [operationId, args, as] of Object.values(readings(roomId))) {
        const beside = { unlike: bob, ...(as && { as }) };
        await mallory.cannot(operationId, args, 'M_FORBIDDEN', beside);
      }
      await mallory.cannot('getOneRoomEvent', { roomId, eventId }, unseen, { unlike: bob });
    },
  });
}
