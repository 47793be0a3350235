import type { Homeserver } from '../../homeserver.ts';
import { type Call, ok } from '../../http/call.ts';
import { breakDown } from '../break-down.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const put = 'setRoomStateWithKey';

/** Answers a refusal with an error that is none of Matrix. */
function refuseWithoutCode(homeserver: Homeserver, isOdd: (call: Call) => boolean): void {
  changeRefusal(homeserver, put, (error, call) =>
    isOdd(call) ? { ...ok({ message: error.message }), status: error.status } : undefined,
  );
}

const powerless = killedBy('room_state', 'a-bad-alias-of-who-may-not-set-one');

function isPowerless({ rooms }: Homeserver, { params, sender }: Call): boolean {
  const creator = rooms.get(params.roomId ?? '')?.events[0]?.sender;
  return params.eventType === 'm.room.canonical_alias' && creator !== sender;
}

/** Faults in what becomes of a bad alias of who may not set one. */
export const powerlessAliasMutants: readonly Mutant[] = [
  {
    id: 'a-bad-alias-of-the-powerless-breaks-the-homeserver',
    fault: 'A canonical alias that is a number is answered with 500 where the power is lacking.',
    killedBy: powerless,
    mutate: (homeserver) =>
      breakDown(
        homeserver,
        put,
        (call) => isPowerless(homeserver, call) && typeof call.body.alias === 'number',
      ),
  },
  {
    id: 'a-bad-alias-of-the-powerless-has-no-errcode',
    fault: 'A canonical alias of who lacks the power is refused without an errcode.',
    killedBy: powerless,
    mutate: (homeserver) => refuseWithoutCode(homeserver, (call) => isPowerless(homeserver, call)),
  },
];
