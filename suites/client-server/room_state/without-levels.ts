import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const body = { text: 'power' };

roomState.must('without-levels-state-takes-the-defaults', {
  title: 'Once the power levels are empty, nobody sets state but, from version 12, creators',
  section: 'client-server-api/#mroompower_levels',
  rows: ['F10'],
  async run({ users, eachRoomVersion, note, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 10 }, async (version) => {
      const roomId = await alice.createsRoom({ version, joinedBy: [bob] });
      const levels = { ...entry(roomId, ''), eventType: 'm.room.power_levels' };
      const answer = await alice.asks(put, { ...levels, body: {} });
      note(`power levels without users are ${answer.status === 200 ? 'taken' : 'refused'}`);
      // Rule 10.3 can be read so that the users have to be there.
      if (answer.status !== 200) await alice.setsState(levels, { users: {} });
      const args = { ...entry(roomId), body };
      if (Number(version) < 12) {
        const powerLevels = { users_default: 50 };
        const other = await alice.createsRoom({ version, joinedBy: [bob], powerLevels });
        const unlike = { args: { roomId: other } };
        for (const user of [alice, bob]) await user.cannot(put, args, 'M_FORBIDDEN', { unlike });
        const known = await alice.seesState({ ...levels, roomId: other });
        await alice.cannot(put, { ...levels, body: known }, 'M_FORBIDDEN', { unlike });
      } else {
        await bob.cannot(put, args, 'M_FORBIDDEN', { unlike: alice });
        checkState('what the creator set', await alice.seesState(entry(roomId))).equals(body);
        await alice.grants(roomId, bob, 49);
        await bob.cannot(put, { ...args, body: { text: 'at 50' } }, 'M_FORBIDDEN', {
          unlike: { once: () => alice.grants(roomId, bob, 50) },
        });
      }
    });
  },
});
