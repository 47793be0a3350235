import type { User } from '../../../src/scenario/user.ts';
import { anyoneMay, entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';
const body = { text: 'forbidden' };

/** The power levels open the entry to every member: membership alone is what mallory lacks. */
interface Outsider {
  readonly name: string;
  readonly title: string;
  readonly row: string;
  /** What made mallory no member: one way, and then others. */
  readonly stories: readonly Story[];
}

type Story = (alice: User, mallory: User, roomId: string) => Promise<void>;

const outsiders: readonly Outsider[] = [
  {
    name: 'who-never-joined-may-not-set-state',
    title: 'A user who never joined the room may not set its state',
    row: 'F3',
    stories: [async () => {}],
  },
  {
    name: 'who-left-may-not-set-state',
    title: 'A user who left the room may not set its state',
    row: 'F4',
    stories: [
      async (alice, mallory, roomId) => {
        await alice.invites(roomId, mallory);
        await mallory.leaves(roomId);
      },
      async (alice, mallory, roomId) => {
        await mallory.joins(roomId);
        await alice.call('kick', { roomId, body: { user_id: mallory.id } });
      },
      async (alice, mallory, roomId) => {
        await alice.bans(roomId, mallory);
        await alice.call('unban', { roomId, body: { user_id: mallory.id } });
      },
      async (_, mallory, roomId) => {
        await mallory.joins(roomId);
        await mallory.leaves(roomId);
      },
    ],
  },
  {
    name: 'who-is-banned-may-not-set-state',
    title: 'A user who is banned from the room may not set its state',
    row: 'F5',
    stories: [
      (alice, mallory, roomId) => alice.bans(roomId, mallory),
      async (alice, mallory, roomId) => {
        await alice.call('unban', { roomId, body: { user_id: mallory.id } });
        await mallory.joins(roomId);
        await alice.bans(roomId, mallory);
      },
    ],
  },
  {
    name: 'who-is-only-invited-may-not-set-state',
    title: 'A user who is invited to the room, and did not join, may not set its state',
    row: 'F6',
    stories: [
      (alice, mallory, roomId) => alice.invites(roomId, mallory),
      async (alice, mallory, roomId) => {
        await mallory.joins(roomId);
        await mallory.leaves(roomId);
        await alice.invites(roomId, mallory);
      },
    ],
  },
];

for (const { name, title, row, stories } of outsiders) {
  roomState.must(name, {
    title,
    section,
    rows: [row],
    async run({ users }) {
      const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
      const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
      for (const [way, story] of stories.entries()) {
        await story(alice, mallory, roomId);
        const args = { ...entry(roomId), body: way === 0 ? body : { ...body, way } };
        await mallory.cannot(put, args, 'M_FORBIDDEN', { unlike: bob });
      }
      await mallory.cannot(put, { ...entry(roomId, mallory.id), body }, 'M_FORBIDDEN', {
        unlike: { by: bob, args: { stateKey: bob.id } },
      });
      // A level does not make a member, however high it is.
      for (const user of [bob, mallory]) await alice.grants(roomId, user, 100);
      for (const { stateKey, as } of pathForms) {
        const args = { ...entry(roomId, stateKey), body: { text: 'with a level', as } };
        await mallory.cannot(put, args, 'M_FORBIDDEN', { as, unlike: bob });
      }
      const topic = { ...entry(roomId, ''), eventType: 'm.room.topic', body: { topic: 'Mallory' } };
      await mallory.cannot(put, topic, 'M_FORBIDDEN', { unlike: bob });
    },
  });
}
