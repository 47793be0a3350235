import { rejected } from '../../../src/scenario/refusal.ts';
import { entry } from '../../entry.ts';
import { type Levels, roomWithLevels } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

const type = 'm.room.redaction';

roomPowerLevels.must('messages-take-the-level-that-is-set-for-them', {
  title: 'A message takes the level of its type, or else events_default, or else 0',
  rows: ['F10', 'G6'],
  operations: ['redactEvent', 'getOneRoomEvent'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const powerful = { users: { [bob.id]: 50 } };
    const room = await roomWithLevels(alice, {}, { joinedBy: [bob] });
    const { roomId } = room;
    for (const [levels, takes] of [
      [{}, 0],
      [{ events_default: 20 }, 20],
      [{ events_default: 20, events: { [type]: 30 } }, 30],
      [{ events_default: 20, events: { [type]: 10 } }, 10],
    ] satisfies [Levels, number][]) {
      await alice.setsState(room.entry, room.content(powerful));
      // A redaction of one's own event is a message that takes no more than any other.
      const eventId = await bob.setsState(entry(roomId), { takes });
      const gives = (level: number) =>
        alice.setsState(room.entry, room.content({ ...levels, users: { [bob.id]: level } }));
      await gives(takes - 1);
      const own = { roomId, eventId, txnId: String(takes), body: {} };
      await bob.cannot('redactEvent', own, rejected, { unlike: { once: () => gives(takes) } });
    }
  },
});
