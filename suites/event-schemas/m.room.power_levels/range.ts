import { rejected } from '../../../src/scenario/refusal.ts';
import { entry, eventType, put } from '../../entry.ts';
import { largest, levelsOf, scalars } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

roomPowerLevels.must('levels-reach-to-the-largest-integers-and-not-beyond', {
  title:
    'A level is at most 2^53-1 and at least -(2^53-1), and those are told apart from their neighbours',
  rows: ['G13'],
  async run({ users, eachRoomVersion, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 10 }, async (version) => {
      const mine = Number(version) < 12 ? { [alice.id]: largest } : {};
      const having = (level: number) => ({ users: { ...mine, [bob.id]: level } });
      const powerLevels = { ...having(largest), events: { [eventType]: largest } };
      const roomId = await alice.createsRoom({ version, joinedBy: [bob], powerLevels });
      const levels = levelsOf(roomId);
      const at = (level: number, takes: number) => ({
        ...having(level),
        events: { [eventType]: takes },
      });
      for (const [below, just] of [
        [largest - 1, largest],
        [-largest, 1 - largest],
      ] as const) {
        // Nobody of an equal level is lowered by another; alice starts anew from the lowest.
        await bob.setsState(levels, at(below, just));
        checkState('the levels', await alice.seesState(levels)).equals(at(below, just));
        await bob.cannot(put, { ...entry(roomId), body: { at: just } }, 'M_FORBIDDEN', {
          unlike: { once: () => alice.setsState(levels, at(just, just)) },
        });
        // As seen from far away.
        const far = { ...entry(roomId), eventType: `${eventType}.other`, body: { just } };
        if (just > 0) await bob.call(put, far);
        else await bob.cannot(put, far, 'M_FORBIDDEN', { unlike: alice });
      }
      const unlike = { args: { ...levels, body: { ...at(0, 0), [scalars[0]]: -largest } } };
      // In each version some are too low, and the others too high.
      const beyond = (index: number) =>
        (index + Number(version)) % 2 === 0 ? -largest - 1 : largest + 1;
      for (const bad of [
        { [scalars[0]]: -largest - 1 },
        { [scalars[3]]: largest + 1 },
        { events: { [eventType]: beyond(0) } },
        { users: { ...mine, [bob.id]: beyond(1) } },
        { notifications: { room: beyond(0) } },
      ]) {
        const body = { ...at(0, 0), ...bad };
        await alice.cannot(put, { ...levels, body }, rejected, { unlike });
      }
    });
  },
});
