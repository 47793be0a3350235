import { entry, eventType, put } from '../../entry.ts';
import { levelsOf, roomWithLevels } from '../../event-schemas/m.room.power_levels/levels.ts';
import { roomState } from './suite.ts';

const body = { text: 'forbidden' };
const open = `${eventType}.open`;

/** The room versions in parts: one scenario of all of them would take long. */
const parts = [
  { from: 1, to: 4 },
  { from: 5, to: 8 },
  { from: 9, to: 12 },
];

for (const { from, to } of parts) {
  roomState.must(`senders-are-held-to-the-rules-in-versions-${from}-to-${to}`, {
    title: `In room versions ${from} to ${to} only members with the power set state, and not under another’s name`,
    section: `rooms/v${from}/#authorization-rules`,
    rows: ['F1', 'F3', 'F4', 'F5', 'F6', 'F9', 'F10', 'F11', 'F14'],
    async run({ users, eachRoomVersion }) {
      const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
      await eachRoomVersion({ from, to }, async (version) => {
        const levels = { users_default: 20, events: { [eventType]: 20 } };
        const { roomId, content } = await roomWithLevels(alice, levels, {
          version,
          joinedBy: [bob],
        });
        const args = { ...entry(roomId), body };
        const outside = (story: string) =>
          mallory.cannot(put, { ...args, body: { story } }, 'M_FORBIDDEN', { unlike: bob });
        await outside('never joined');
        await alice.invites(roomId, mallory);
        await outside('only invited');
        await mallory.joins(roomId);
        await mallory.cannot(put, { ...args, stateKey: bob.id }, 'M_FORBIDDEN', {
          unlike: { args: { stateKey: mallory.id } },
        });
        await mallory.leaves(roomId);
        await outside('left');
        await alice.bans(roomId, mallory);
        await outside('banned');

        const sets = (some: object) => alice.setsState(levelsOf(roomId), content({ ...some }));
        const later = (story: string) => ({ ...args, stateKey: 'later', body: { story } });
        await sets({ users_default: 20, state_default: 21 });
        await bob.cannot(put, later('a level that was removed'), 'M_FORBIDDEN', {
          unlike: { once: () => sets({ users_default: 20, state_default: 20 }) },
        });
        await sets({ users_default: 20, state_default: 20, events: { [eventType]: 21 } });
        await bob.cannot(put, later('a level that was raised'), 'M_FORBIDDEN', {
          unlike: { once: () => sets({ state_default: 1, events: { [eventType]: 0 } }) },
        });
        // Whom the levels do not name has what they give to everybody, who made the room, too.
        const last = { users: {}, users_default: 49, events: { [open]: 49 } };
        await alice.setsState(levelsOf(roomId), last);
        const who = Number(version) < 12 ? alice : bob;
        await who.cannot(put, later('no level of one’s own'), 'M_FORBIDDEN', {
          unlike: { args: { eventType: open } },
        });
      });
    },
  });
}
