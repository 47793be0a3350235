import { jsonOf } from '../../../src/scenario/answer.ts';
import { entry, put } from '../../entry.ts';
import { numbers, refuseNumbers } from './refuse-numbers.ts';
import { roomState } from './suite.ts';

roomState.must('every-strict-room-version-refuses-what-is-no-integer-in-range', {
  title: 'From room version 6 on, a fraction and an integer out of range are refused',
  section: 'rooms/v6/#canonical-json',
  rows: ['D1', 'D2'],
  async run({ users, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ from: 6 }, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const bad = numbers('0.5', '-9007199254740992');
      await refuseNumbers(alice, roomId, bad, 'M_BAD_JSON');
    });
  },
});

roomState.must('room-versions-that-are-not-strict-take-any-number', {
  title: 'Up to room version 5, floats and integers out of range are accepted',
  section: 'rooms/v1/#canonical-json',
  rows: ['D6'],
  async run({ users, checkState, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ to: 5 }, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const rawBody =
        '{"float": 1.5, "in": [1e2], "high": 9007199254740992, "low": -9007199254740994}';
      await alice.setsState(entry(roomId), {}, { rawBody });
      const content = await alice.seesState(entry(roomId));
      checkState('what was sent', content).equals(JSON.parse(rawBody));
    });
  },
});

roomState.must('negative-zero-never-appears', {
  title: 'A PUT of -0 is refused, or the number becomes 0',
  section: 'appendices/#canonical-json',
  rows: ['D4'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const [stateKey, rawBody, zero] of [
      ['top', '{"zero": -0}', { zero: 0 }],
      ['deep', '{"in": [{"zero": -0}]}', { in: [{ zero: 0 }] }],
    ] as const) {
      await alice.setsState(entry(roomId, stateKey), { before: 1 });
      const answer = await alice.asks(put, { ...entry(roomId, stateKey), body: {} }, { rawBody });
      check('the status', answer.status, answer).isOneOf(200, 400);
      const read = await alice.reads(entry(roomId, stateKey));
      const wanted = answer.status === 200 ? zero : { before: 1 };
      checkState(`what ${rawBody} leaves`, jsonOf(read), read).equals(wanted);
    }
  },
});
