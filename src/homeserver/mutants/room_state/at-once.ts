import { setImmediate as soon } from 'node:timers/promises';
import type { Homeserver } from '../../homeserver.ts';
import type { Reply } from '../../http/call.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';

/** Does something to a PUT that comes while another one of the entry is being answered. */
function collide(
  homeserver: Homeserver,
  isMeant: (bodies: string[]) => boolean,
  change: () => Reply,
) {
  const route = routeOf(homeserver, 'setRoomStateWithKey');
  const { handle } = route;
  const under = new Map<string, string[]>();
  route.handle = async (call, on) => {
    const at = JSON.stringify(call.params);
    const bodies = [...(under.get(at) ?? []), call.text];
    under.set(at, bodies);
    try {
      // Long enough for what was sent at once to be here.
      for (let turn = 0; turn < 20 && isCustom(call.params.eventType); turn += 1) await soon();
      const isColliding = bodies.length > 1 && isMeant(bodies);
      return isColliding ? change() : await handle(call, on);
    } finally {
      under.set(at, (under.get(at) ?? []).slice(1));
    }
  };
}

const areEqual = (bodies: string[]) => new Set(bodies).size === 1;
const seen = killedBy('room_state', 'equal-puts-at-once-are-answered-in-good-order');

function failed(): never {
  throw new Error('could not serialise access due to a concurrent update');
}

/** Faults in what comes of PUTs at the same time. */
export const atOnceMutants: readonly Mutant[] = [
  {
    id: 'equal-puts-at-once-break-the-homeserver-down',
    fault: 'A PUT that comes while an equal one is being answered fails with 500.',
    killedBy: seen,
    mutate: (homeserver) => collide(homeserver, areEqual, failed),
  },
  {
    id: 'unequal-puts-at-once-break-the-homeserver-down',
    fault: 'A PUT that comes while another one of the entry is being answered fails with 500.',
    killedBy: seen,
    mutate: (homeserver) => collide(homeserver, (bodies) => !areEqual(bodies), failed),
  },
  {
    id: 'puts-at-once-name-no-event',
    fault:
      'A PUT that comes while an equal one is being answered names an event that is not there.',
    killedBy: seen,
    mutate: (homeserver) =>
      collide(homeserver, areEqual, () => ({
        status: 200,
        body: { event_id: `$${'0'.repeat(43)}` },
      })),
  },
];
