import type { Context } from '../../../src/scenario/context.ts';
import type { NamedRefusal, Refusal } from '../../../src/scenario/refusal.ts';
import { pathForms } from '../../entry.ts';
import { numbers, refuseInKnown, refuseNumbers } from './refuse-numbers.ts';
import { roomState } from './suite.ts';

const section = 'rooms/v6/#canonical-json';

function refusing(bodies: readonly string[], refusal: NamedRefusal | Refusal, known?: string) {
  return async ({ users }: Context) => {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await refuseNumbers(alice, roomId, bodies, refusal);
    if (known !== undefined) await refuseInKnown(alice, roomId, known, refusal);
  };
}

roomState.must('a-number-with-a-fraction-is-refused', {
  title: 'A number with a fraction is refused with 400 M_BAD_JSON, at any depth',
  section,
  rows: ['D1', 'D5'],
  run: refusing(
    [
      ...numbers('1.5', '-0.5', '1e-2', '12345678901.25'),
      '{"list": [0.5]}',
      '{"object": {"number": 0.5}}',
      '{"first": 1, "second": "text", "third": 0.5}',
      '{"number": 1, "in": {"list": [1, 2.5]}}',
      '{"number": 1, "in": {"list": [[1, {"deep": 0.25}]]}}',
      '{"text": "with a \\" quote", "number": 0.1}',
      `{"list": [${'0, '.repeat(200)}0.5]}`,
      '{"list": [{"number": 1}, {"number": 2.75}]}',
    ],
    'M_BAD_JSON',
    '3.25',
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
      ...numbers('9007199254740993', '9223372036854775807', '18446744073709551616'),
      '{"list": [9007199254740992]}',
      '{"object": {"number": -9007199254740992}}',
      '{"number": 1, "in": {"list": [1, {"deep": 9007199254740993}]}}',
      '{"list": [1, -9007199254740992]}',
      '{"object": {"number": 9007199254740992}}',
      '{"list": [{"number": 1}, {"number": 9007199254740992}]}',
    ],
    'M_BAD_JSON',
    '9007199254740992',
  ),
});

roomState.must('a-number-that-no-float-holds-is-refused', {
  title: 'A number such as 1E400, which is neither an integer nor in range, is refused with 400',
  section,
  rows: ['D1', 'D2', 'O3'],
  // Many a parser cannot read it: then it is no JSON to it.
  run: refusing(numbers('1E400', '-1E400', '[1E400]', '1'.repeat(5000)), {
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

roomState.must('what-is-no-number-is-not-json', {
  title: 'NaN, Infinity and numbers that JSON does not know are refused with 400 M_NOT_JSON',
  section: 'client-server-api/#standard-error-response',
  rows: ['C1', 'C11'],
  async run({ users, facts }) {
    const { alice } = await users('alice');
    const bad = [
      ...numbers('NaN', 'Infinity', '-Infinity', '01', '+1', '.5', '1.', '0x10', '1_000'),
      ...numbers('nan', '-', '-01', '1e', '[NaN]', '{"deep": [Infinity]}'),
    ];
    await refuseNumbers(alice, await alice.createsRoom(), bad, 'M_NOT_JSON');
    // Rooms that take any number take no more than numbers.
    const version = ['5', '4', '3', '2', '1'].find((one) => facts.roomVersions.includes(one));
    if (version === undefined) return;
    const roomId = await alice.createsRoom({ version });
    await refuseNumbers(alice, roomId, numbers('NaN'), 'M_NOT_JSON', pathForms.slice(0, 1));
  },
});
