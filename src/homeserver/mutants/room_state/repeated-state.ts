import { canonicalJson } from '../../events/canonical-json.ts';
import type { RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Call, Reply } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { slotOf, stateEvent } from '../../rooms/room-state.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';

const order = killedBy('room_state', 'the-same-content-in-another-order-is-accepted');
const member = killedBy('room_state', 'the-same-content-by-another-member-is-accepted');

/** What a PUT meets that repeats the content of the entry. */
interface Repetition {
  readonly call: Call;
  readonly current: RoomEvent;
  readonly homeserver: Homeserver;
}

type Repeated = (repetition: Repetition, reply: Reply) => Reply;

/** Does something to PUTs that repeat the content of the entry in a way. */
function onRepetition(
  homeserver: Homeserver,
  isMeant: (repetition: Repetition) => boolean,
  change: Repeated,
): void {
  const route = routeOf(homeserver, 'setRoomStateWithKey');
  const { handle } = route;
  route.handle = async (call, on) => {
    const { roomId = '', eventType = '', stateKey = '' } = call.params;
    const state = homeserver.rooms.get(roomId)?.state;
    const current = state && stateEvent(state, eventType, stateKey);
    const reply = await handle(call, on);
    if (!current || !isCustom(eventType)) return reply;
    const repetition = { call, current, homeserver };
    const isSame = canonicalJson(current.content) === canonicalJson(call.body);
    return isSame && isMeant(repetition) ? change(repetition, reply) : reply;
  };
}

const isReordered = ({ call, current }: Repetition) =>
  JSON.stringify(call.body) !== JSON.stringify(current.content);
const isAnothers = ({ call, current }: Repetition) => call.sender !== current.sender;

const namesAnother: Repeated = ({ call, homeserver }, reply) => ({
  ...reply,
  body: { event_id: homeserver.rooms.get(call.params.roomId ?? '')?.events[0]?.id },
});

const changes: readonly [id: string, what: string, change: Repeated][] = [
  [
    'is-refused',
    'is refused as a duplicate',
    () => {
      throw new MatrixError(400, 'M_DUPLICATE', 'The entry holds this already');
    },
  ],
  [
    'breaks-the-homeserver-down',
    'is answered with 500',
    () => {
      throw new Error('a duplicate');
    },
  ],
  [
    'names-no-event',
    'is answered with an id that no event has',
    (_, reply) => ({ ...reply, body: { event_id: `$${'0'.repeat(43)}` } }),
  ],
  ['names-another-event', 'is answered with the id of the room’s first event', namesAnother],
  [
    'clears-the-entry',
    'takes the entry away',
    ({ call, homeserver }, reply) => {
      const { roomId = '', eventType = '', stateKey = '' } = call.params;
      homeserver.rooms.get(roomId)?.state.delete(slotOf(eventType, stateKey));
      return reply;
    },
  ],
];

const kinds = [
  ['in-another-order', 'in another order of members', isReordered, order],
  ['by-another-member', 'by another member', isAnothers, member],
] as const;

/** Faults in what comes of a PUT that repeats the content of the entry, in one way or another. */
export const repeatedStateMutants: readonly Mutant[] = [
  {
    id: 'the-same-text-names-another-event',
    fault: 'A PUT of the very text that the entry was set with names the room’s first event.',
    killedBy: killedBy('room_state', 'the-same-content-again-is-accepted'),
    mutate: (homeserver) =>
      onRepetition(homeserver, (one) => !isReordered(one) && !isAnothers(one), namesAnother),
  },
  ...kinds.flatMap(([kind, how, isMeant, scenario]) =>
    changes.map(
      ([id, what, change]): Mutant => ({
        id: `the-same-content-${kind}-${id}`,
        fault: `A PUT of the content that the entry holds already, ${how}, ${what}.`,
        killedBy: scenario,
        mutate: (homeserver) => onRepetition(homeserver, isMeant, change),
      }),
    ),
  ),
];
