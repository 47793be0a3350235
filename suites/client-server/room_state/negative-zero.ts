import { jsonOf } from '../../../src/scenario/answer.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

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
