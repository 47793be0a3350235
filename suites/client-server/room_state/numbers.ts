import type { Context } from '../../../src/scenario/context.ts';
import type { NamedRefusal, Refusal } from '../../../src/scenario/refusal.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'rooms/v6/#canonical-json';

/** The bodies have to be refused, and one with another number in the same place to be accepted. */
async function refusesEach(
  alice: User,
  roomId: string,
  bodies: readonly string[],
  refusal: NamedRefusal | Refusal,
): Promise<void> {
  for (const [index, rawBody] of bodies.entries()) {
    const body = { number: index, in: { list: [index, { deep: index }] } };
    await alice.cannot(put, { ...entry(roomId), body }, refusal, {
      as: { rawBody },
      unlike: 'unvaried',
    });
  }
}

function refusing(bodies: readonly string[], refusal: NamedRefusal | Refusal) {
  return async ({ users }: Context) => {
    const { alice } = await users('alice');
    await refusesEach(alice, await alice.createsRoom(), bodies, refusal);
  };
}

function numbers(...texts: readonly string[]): readonly string[] {
  return texts.map((text) => `{"number": ${text}}`);
}

roomState.must('a-number-with-a-fraction-is-refused', {
  title: 'A number with a fraction is refused with 400 M_BAD_JSON, at any depth',
  section,
  rows: ['D1', 'D5'],
  run: refusing(
    [
      ...numbers('1.5', '-0.5', '1e-2', '12345678901.25'),
      '{"number": 1, "in": {"list": [1, 2.5]}}',
      '{"number": 1, "in": {"list": [[1, {"deep": 0.25}]]}}',
    ],
    'M_BAD_JSON',
  ),
});

roomState.must('an-integer-out-of-range-is-refused', {
  title: 'An integer beyond 2^53-1, or below -(2^53-1), is refused with 400 M_BAD_JSON',
  section,
  rows: ['D2', 'D5'],
  run: refusing(
    [
      ...numbers('9007199254740992', '-9007199254740992', '9223372036854775808'),
      ...numbers('-9223372036854775809', '100000000000000000000000000'),
      '{"number": 1, "in": {"list": [1, {"deep": 9007199254740993}]}}',
    ],
    'M_BAD_JSON',
  ),
});

roomState.must('a-number-that-no-float-holds-is-refused', {
  title: 'A number such as 1E400, which is neither an integer nor in range, is refused with 400',
  section,
  rows: ['D1', 'D2', 'O3'],
  // Many a parser cannot read it: then it is no JSON to it.
  run: refusing(numbers('1E400', '-1E400', '[1E400]'), {
    status: 400,
    errcode: ['M_BAD_JSON', 'M_NOT_JSON'],
  }),
});

// Whoever reads such a number as an integer sends canonical JSON, too: strictness may end there.
roomState.should('a-whole-number-written-as-a-float-is-refused', {
  title: 'A whole number with a decimal point or an exponent is refused with 400 M_BAD_JSON',
  section,
  rows: ['D1', 'D5'],
  run: refusing(
    [...numbers('1.0', '1e2', '-0.0', '10E-1'), '{"in": {"list": [{"deep": 3.0}]}}'],
    'M_BAD_JSON',
  ),
});

roomState.must('every-strict-room-version-refuses-what-is-no-integer-in-range', {
  title: 'From room version 6 on, a fraction and an integer out of range are refused',
  section,
  rows: ['D1', 'D2'],
  async run({ users, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ from: 6 }, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const bad = numbers('0.5', '-9007199254740992');
      await refusesEach(alice, roomId, bad, 'M_BAD_JSON');
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

roomState.must('what-is-no-number-is-not-json', {
  title: 'NaN, Infinity and numbers that JSON does not know are refused with 400 M_NOT_JSON',
  section: 'client-server-api/#standard-error-response',
  rows: ['C1', 'C11'],
  run: refusing(
    numbers('NaN', 'Infinity', '-Infinity', '01', '+1', '.5', '1.', '0x10', '1_000'),
    'M_NOT_JSON',
  ),
});
