import type { Homeserver } from '../../homeserver.ts';
import { changeCall } from '../change-call.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeContent } from './change-content.ts';
import { refuseNumbers, spareNumbers } from './number-token.ts';
import { storeRefused } from './store-refused.ts';

const zero = killedBy('room_state', 'negative-zero-never-appears');

/** Reads `-0` as whatever a change makes of it, and takes it. */
function readNegativeZero(homeserver: Homeserver, change: unknown): void {
  spareNumbers(homeserver, ({ text }) => text === '-0');
  changeContent(homeserver, (value) => (Object.is(value, -0) ? change : value));
}

/** Faults in what becomes of negative zero. */
export const negativeZeroMutants: readonly Mutant[] = [
  {
    id: 'negative-zero-stays',
    fault: 'The number -0 is stored, and read back, as -0.',
    killedBy: zero,
    mutate: (homeserver) => {
      spareNumbers(homeserver, ({ text }) => text === '-0');
      const negative = new WeakSet<object>();
      changeCall(homeserver, 'setRoomStateWithKey', ({ body, text, params }) => {
        if (isCustom(params.eventType) && /: ?-0[,}\]]/.test(text)) negative.add(body);
        return {};
      });
      const { write } = homeserver.wire;
      homeserver.wire.write = (reply, request) => {
        const written = write(reply, request);
        const isOne = typeof reply.body === 'object' && negative.has(reply.body ?? {});
        return isOne ? { ...written, text: written.text.replaceAll(':0', ':-0') } : written;
      };
    },
  },
  ...(
    [
      ['null', null],
      ['text', '-0'],
      ['one', 1],
    ] as const
  ).map(
    ([id, change]): Mutant => ({
      id: `negative-zero-becomes-${id}`,
      fault: `The number -0 is stored as ${JSON.stringify(change)}.`,
      killedBy: zero,
      mutate: (homeserver) => readNegativeZero(homeserver, change),
    }),
  ),
  {
    id: 'negative-zero-breaks-the-homeserver-down',
    fault: 'The number -0 is answered with 500.',
    killedBy: zero,
    mutate: (homeserver) =>
      refuseNumbers(homeserver, ({ text }) => text === '-0', new Error('Unforeseen')),
  },
  {
    id: 'negative-zero-is-refused-and-stored',
    fault: 'The number -0 is refused, and the state is set all the same.',
    killedBy: zero,
    mutate: (homeserver) => storeRefused(homeserver, (_, { text }) => /: ?-0[,}\]]/.test(text)),
  },
  {
    id: 'deep-negative-zero-becomes-one',
    fault: 'The number -0 within a list is stored as 1.',
    killedBy: zero,
    mutate: (homeserver) => {
      spareNumbers(homeserver, ({ text, depth }) => text === '-0' && depth > 1);
      changeContent(homeserver, (value, depth) => (Object.is(value, -0) && depth > 1 ? 1 : value));
    },
  },
];
