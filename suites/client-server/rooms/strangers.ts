import type { User } from '../../../src/scenario/user.ts';
import { entry } from '../../entry.ts';
import { readings, unseen } from './readings.ts';
import { rooms } from './suite.ts';

/** Who never was in the room, whatever else went on between them and it. */
interface Stranger {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  /** The room version that the story is told in, where it cannot be told in every one. */
  readonly version?: number;
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
  {
    name: 'who-knocks-reads-nothing',
    title: 'A user who knocks at the room, and was not answered, reads nothing of it',
    rows: ['P4'],
    version: 10,
    story: async (alice, mallory, roomId) => {
      const rules = { roomId, eventType: 'm.room.join_rules', stateKey: '' };
      await alice.setsState(rules, { join_rule: 'knock' });
      const own = { roomId, eventType: 'm.room.member', stateKey: mallory.id };
      await mallory.setsState(own, { membership: 'knock' });
    },
  },
];

for (const { name, title, rows, version: only, story } of strangers) {
  rooms.must(name, {
    title,
    rows,
    operations: ['getMembersByRoom', 'getOneRoomEvent'],
    async run({ users, eachRoomVersion }) {
      const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
      const tell = async (version?: string) => {
        const roomId = await alice.createsRoom({ joinedBy: [bob], ...(version && { version }) });
        const eventId = await alice.setsState(entry(roomId), { text: 'secret' });
        await bob.seesEvent(roomId, eventId);
        await story(alice, mallory, roomId);
        for (const [operationId, args, as] of Object.values(readings(roomId))) {
          const beside = { unlike: bob, ...(as && { as }) };
          await mallory.cannot(operationId, args, 'M_FORBIDDEN', beside);
        }
        await mallory.cannot('getOneRoomEvent', { roomId, eventId }, unseen, { unlike: bob });
      };
      if (only === undefined) await tell();
      else await eachRoomVersion({ from: only, to: only }, tell);
    },
  });
}
