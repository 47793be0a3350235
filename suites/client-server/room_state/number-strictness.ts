import { jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { numbers, refuseNumbers } from './refuse-numbers.ts';
import { roomState } from './suite.ts';

/** What every version has to refuse, and what the versions take turns at. */
const strictlyBad = numbers('0.5', '-9007199254740992');
const badByTurns = [
  '{"list": [1, 2.5]}',
  '{"object": {"number": 9007199254740993}}',
  '{"in": {"list": [{"deep": -0.25}]}}',
  '{"number": 9007199254740992}',
];

roomState.must('every-strict-room-version-refuses-what-is-no-integer-in-range', {
  title: 'From room version 6 on, a fraction and an integer out of range are refused',
  section: 'rooms/v6/#canonical-json',
  rows: ['D1', 'D2', 'D3', 'D5'],
  async run({ users, checkState, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ from: 6 }, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const bad = [...strictlyBad, badByTurns[Number(version) % badByTurns.length] ?? ''];
      await refuseNumbers(alice, roomId, bad, 'M_BAD_JSON', pathForms.slice(0, 1));
      const largest = { in: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER] };
      await alice.setsState(entry(roomId), largest);
      checkState('the largest integers', await alice.seesState(entry(roomId))).equals(largest);
    });
  },
});

/** Numbers of rooms that are not strict, each body to be read as it was sent. */
const anyNumbers = [
  '{"float": 1.5, "in": [1e2], "high": 9007199254740992, "low": -9007199254740994}',
  '{"float": -0.25, "in": {"list": [0.5, {"deep": 1e-3}]}, "exponent": 1E+2, "zeros": 2.0}',
  '{"list": [9007199254740992, 1.5], "object": {"low": -9007199254740992}, "large": 1e30}',
];

roomState.must('room-versions-that-are-not-strict-take-any-number', {
  title: 'Up to room version 5, floats and integers out of range are accepted',
  section: 'rooms/v1/#canonical-json',
  rows: ['D6'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ to: 5 }, async (version) => {
      const roomId = await alice.createsRoom({ version });
      for (const [index, { stateKey, as }] of pathForms.entries()) {
        const rawBody = anyNumbers[index] ?? '';
        const content: unknown = JSON.parse(rawBody);
        const eventId = await alice.setsState(entry(roomId, stateKey), {}, { ...as, rawBody });
        const seen = await alice.seesState(entry(roomId, stateKey));
        checkState('what was sent', seen).equals(content);
        const event = await alice.seesEvent(roomId, eventId);
        check('the event', jsonOf(event), event).has({ content });
      }
    });
  },
});

roomState.must('negative-zero-never-appears', {
  title: 'A PUT of -0 is refused, or the number becomes 0',
  section: 'appendices/#canonical-json',
  rows: ['D4'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const [stateKey, rawBody, zero, as = {}] of [
      ['top', '{"zero": -0}', { zero: 0 }],
      ['deep', '{"in": [{"zero": -0}]}', { in: [{ zero: 0 }] }],
      ['list', '{"in": [1, -0]}', { in: [1, 0] }],
      ['object', '{"one": 1, "in": {"zero": -0}}', { one: 1, in: { zero: 0 } }],
      ['', '{"zero": -0}', { zero: 0 }, { trailingSlash: 'omitted' }],
    ] satisfies readonly NegativeZero[]) {
      const at = entry(roomId, stateKey);
      const before = await alice.setsState(at, { before: 1 });
      const answer = await alice.asks(put, { ...at, body: {} }, { ...as, rawBody });
      check('the status', answer.status, answer).isOneOf(200, 400);
      const isTaken = answer.status === 200;
      const wanted = isTaken ? zero : { before: 1 };
      const read = await alice.reads(at);
      checkState(`what ${rawBody} leaves`, jsonOf(read), read).equals(wanted);
      const eventId = isTaken ? alice.takes(answer, 'event_id') : before;
      const event = await alice.seesEvent(roomId, eventId);
      check('the content of the event', memberOf(event, 'content'), event).equals(wanted);
    }
  },
});

type NegativeZero = readonly [
  stateKey: string,
  rawBody: string,
  zero: unknown,
  as?: { readonly trailingSlash: 'omitted' },
];
