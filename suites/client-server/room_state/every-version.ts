import { entry, eventType, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const body = { text: 'forbidden' };

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
    rows: ['F1', 'F3', 'F4', 'F5', 'F6', 'F11', 'F14'],
    async run({ users, eachRoomVersion }) {
      const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
      await eachRoomVersion({ from, to }, async (version) => {
        // Every second version asks of other outsiders.
        const isOdd = Number(version) % 2 === 1;
        const powerLevels = {
          users_default: 20,
          events: { [eventType]: 20, [`${eventType}.above`]: 21 },
        };
        const roomId = await alice.createsRoom({ version, joinedBy: [bob], powerLevels });
        if (!isOdd) await alice.invites(roomId, mallory);
        const args = { ...entry(roomId), body };
        await mallory.cannot(put, args, 'M_FORBIDDEN', { unlike: bob });
        await mallory.joins(roomId);
        const above = { ...args, eventType: `${eventType}.above` };
        await mallory.cannot(put, above, 'M_FORBIDDEN', { unlike: { args: { eventType } } });
        await mallory.cannot(put, { ...args, stateKey: bob.id }, 'M_FORBIDDEN', {
          unlike: { args: { stateKey: mallory.id } },
        });
        if (isOdd) await mallory.leaves(roomId);
        else await alice.bans(roomId, mallory);
        const again = { ...args, body: { text: 'forbidden again' } };
        await mallory.cannot(put, again, 'M_FORBIDDEN', { unlike: bob });
      });
    },
  });
}
