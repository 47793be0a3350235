import type { User } from '../../../src/scenario/user.ts';
import { put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'rooms/v12/#authorization-rules';
const eventType = 'm.room.third_party_invite';
const body = {
  display_name: 'Somebody',
  key_validity_url: 'https://example.org/valid',
  public_key: 'fQpGIW1Snz+pwLZu6sTy2aHy/DYWWTspTJRPyNp0PKk',
};

/** Levels of users beside the creator, who is named where the room version asks for it. */
function usersOf(version: string, creator: User, levels: Readonly<Record<string, number>>) {
  return Number(version) < 12 ? { [creator.id]: 100, ...levels } : levels;
}

/** All of them at once would be many requests. */
const ranges = [
  { name: 'up-to-version-6', versions: 'versions 1 to 6', range: { to: 6 } },
  { name: 'from-version-7', versions: 'versions 7 to 12', range: { from: 7 } },
] as const;

for (const { name, versions, range } of ranges) {
  roomState.must(`a-third-party-invite-takes-the-level-of-inviting-${name}`, {
    title: `In room ${versions} m.room.third_party_invite takes the invite level, and nothing else`,
    section,
    rows: ['J18'],
    async run({ users, checkState, eachRoomVersion }) {
      const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
      await eachRoomVersion(range, async (version) => {
        const levels = { [bob.id]: 30, [mallory.id]: 29 };
        const roomId = await alice.createsRoom({
          version,
          joinedBy: [bob, mallory],
          powerLevels: { invite: 30, users: usersOf(version, alice, levels) },
        });
        const invite = { roomId, eventType, stateKey: 'token' };
        await mallory.cannot(put, { ...invite, body }, 'M_FORBIDDEN', { unlike: bob });
        checkState('the invite', await alice.seesState(invite)).equals(body);
      });
    },
  });
}

roomState.must('the-level-of-third-party-invites-is-that-of-no-event', {
  title: 'Neither the level of its type nor state_default decides over m.room.third_party_invite',
  section,
  rows: ['J18'],
  async run({ users, checkState, eachRoomVersion }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    // A low level of inviting beside high ones of events, and a high one beside low ones.
    const ways = [
      { invite: 10, state_default: 50, events: { [eventType]: 60 } },
      { invite: 10, state_default: 50, events: {} },
      { invite: 60, state_default: 0, events: { [eventType]: 0 } },
    ];
    await eachRoomVersion({ from: 11 }, async (version) => {
      for (const way of ways) {
        const levels = { [bob.id]: way.invite, [mallory.id]: way.invite - 1 };
        const roomId = await alice.createsRoom({
          version,
          joinedBy: [bob, mallory],
          powerLevels: { ...way, users: usersOf(version, alice, levels) },
        });
        const invite = { roomId, eventType, stateKey: 'token' };
        await mallory.cannot(put, { ...invite, body }, 'M_FORBIDDEN', { unlike: bob });
        checkState('the invite', await alice.seesState(invite)).equals(body);
      }
    });
  },
});
