import { rejected } from '../../../src/scenario/refusal.ts';
import { entry, eventType, put } from '../../entry.ts';
import { long } from './long-name.ts';
import { roomState } from './suite.ts';

const prefix = `${eventType}-`;
const largest = (text: string) => ({ body: { text } });

roomState.must('size-limits-hold-in-every-room-version', {
  title:
    'In rooms of other versions, too, keys or types of 256 bytes and events beyond 64 KiB are refused',
  section: 'client-server-api/#size-limits',
  rows: ['K1', 'K2', 'K3', 'K4'],
  async run({ users, eachRoomVersion, facts }) {
    const { alice } = await users('alice');
    await eachRoomVersion({}, async (version) => {
      // The scenarios that name none are told in rooms of that version.
      if (version === facts.roomVersion) return;
      const roomId = await alice.createsRoom({ version });
      // The versions take turns: a key, a type of characters of two bytes, and a whole event.
      const turn = Number(version) % 3;
      const { fits, exceeds } = long(
        turn === 0 ? 'k' : 'ü',
        255 - (turn === 1 ? prefix.length : 0),
      );
      const at = (name: string) =>
        turn === 1 ? { ...entry(roomId), eventType: prefix + name } : entry(roomId, name);
      const [bad, good] =
        turn === 2
          ? [largest('x'.repeat(65_400)), largest('x'.repeat(64_000))]
          : [{ ...at(exceeds), body: { version } }, at(fits)];
      await alice.cannot(put, { ...entry(roomId), ...bad }, rejected, { unlike: { args: good } });
    });
  },
});
