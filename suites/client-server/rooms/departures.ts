import type { User } from '../../../src/scenario/user.ts';

type Story = (alice: User, mallory: User, roomId: string) => Promise<void>;

/** How a member became none. */
export interface Departure {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly departs: Story;
  /** What went on between them and the room, after it went on without them. */
  readonly afterwards?: Story;
  /**
   * Whether the homeserver may refuse as well: the documents speak of who "has left" and of who
   * never was a member, and of nobody else. What came later has to stay hidden all the same.
   */
  readonly mayBeRefused?: true;
}

const leaves: Story = (_, mallory, roomId) => mallory.leaves(roomId);
const isBanned: Story = (alice, mallory, roomId) => alice.bans(roomId, mallory);
const isInvited: Story = (alice, mallory, roomId) => alice.invites(roomId, mallory);

/** The ways of a member to become none. */
export const departures: readonly Departure[] = [
  {
    name: 'who-left-reads-the-state-as-it-was-then',
    title: 'A user who left the room reads its state as it was then, and not as it became',
    rows: ['P5'],
    departs: leaves,
  },
  {
    name: 'who-was-kicked-reads-the-state-as-it-was-then',
    title: 'A user who was kicked reads the state as it was then, and not as it became',
    rows: ['P5'],
    departs: async (alice, mallory, roomId) => {
      await alice.call('kick', { roomId, body: { user_id: mallory.id } });
    },
  },
  {
    name: 'who-is-banned-reads-nothing-of-what-came-later',
    title: 'A user who was banned reads the state as it was then, or none, but not as it became',
    rows: ['P6'],
    departs: isBanned,
    mayBeRefused: true,
  },
  {
    name: 'who-was-unbanned-reads-nothing-of-what-came-between',
    title: 'A ban that is lifted shows nothing of what came while it held',
    rows: ['P5', 'P6'],
    departs: isBanned,
    afterwards: async (alice, mallory, roomId) => {
      await alice.call('unban', { roomId, body: { user_id: mallory.id } });
    },
    mayBeRefused: true,
  },
  {
    name: 'who-is-invited-again-reads-nothing-of-what-came-between',
    title: 'A second invitation shows nothing of what came since the user left',
    rows: ['P5', 'P7'],
    departs: leaves,
    afterwards: isInvited,
    mayBeRefused: true,
  },
  {
    name: 'who-declines-to-come-back-reads-nothing-of-what-came-between',
    title: 'Declining a second invitation shows nothing of what came since the user left',
    rows: ['P5', 'P7'],
    departs: leaves,
    afterwards: async (...scene) => {
      await isInvited(...scene);
      await leaves(...scene);
    },
    mayBeRefused: true,
  },
];
