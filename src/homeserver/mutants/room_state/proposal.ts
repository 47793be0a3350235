import { MatrixError } from '../../http/matrix-error.ts';
import { breakDown } from '../break-down.ts';
import { changeCall } from '../change-call.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const proposed = killedBy('room_state', 'what-is-only-proposed-is-answered-in-good-order');
const put = 'setRoomStateWithKey';

const parameters: readonly [what: string, parameter: string, isBad: RegExp][] = [
  ['a-delay', 'org.matrix.msc4140.delay', /\D/],
  ['a-sticky-duration', 'org.matrix.msc4354.sticky_duration_ms', /\D/],
  ['attached-media', 'org.matrix.msc3911.attach_media', /^none$/],
];

/** Faults in what becomes of a PUT that asks for what is only proposed. */
export const proposalMutants: readonly Mutant[] = [
  ...parameters.flatMap(([what, parameter, isBad]): readonly Mutant[] => [
    {
      id: `${what}-breaks-the-homeserver`,
      fault: `A PUT with ?${parameter}= is answered with 500.`,
      killedBy: proposed,
      mutate: (homeserver) => breakDown(homeserver, put, ({ query }) => query.has(parameter)),
    },
    {
      id: `${what}-that-is-none-breaks-the-homeserver`,
      fault: `A PUT with a bad ?${parameter}= is answered with 500.`,
      killedBy: proposed,
      mutate: (homeserver) =>
        breakDown(homeserver, put, ({ query }) => isBad.test(query.get(parameter) ?? '0')),
    },
  ]),
  {
    id: 'a-proposal-is-refused-without-a-code',
    fault: 'The refusal of a query parameter that is only proposed has no errcode in capitals.',
    killedBy: proposed,
    mutate: (homeserver) =>
      changeCall(homeserver, put, ({ query }) => {
        if (![...query.keys()].some((name) => name.startsWith('org.matrix.'))) return {};
        throw new MatrixError(400, 'unknown parameter', 'It is not in the specification');
      }),
  },
];
