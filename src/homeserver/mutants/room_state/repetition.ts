import { canonicalJson } from '../../events/canonical-json.ts';
import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const again = 'the-same-content-again-is-accepted';

/** Faults in what comes of a PUT of what the entry holds already, whatever it is. */
export const repetitionMutants: readonly Mutant[] = [
  {
    id: 'repeating-a-put-clears-the-entry',
    fault: 'A PUT of the content that the entry holds already takes the entry away.',
    killedBy: killedBy(
      'room_state',
      again,
      'the-same-content-in-another-order-is-accepted',
      'an-unknown-path-is-refused',
    ),
    mutate: (homeserver) => {
      const seen = new Set<unknown>();
      changeReply(homeserver, 'setRoomStateWithKey', (reply, { params }) => {
        const { roomId = '', eventType = '', stateKey = '' } = params;
        const id = isObject(reply.body) ? reply.body.event_id : undefined;
        if (seen.has(id)) homeserver.rooms.get(roomId)?.state.delete(slotOf(eventType, stateKey));
        seen.add(id);
        return reply;
      });
    },
  },
  {
    id: 'put-refuses-what-the-entry-holds',
    fault: 'A PUT of the content that the entry holds already is refused as a duplicate.',
    killedBy: [
      ...killedBy(
        'room_state',
        again,
        'a-member-below-the-power-level-may-not-repeat-the-state',
        'a-token-in-another-scheme-is-refused',
        'an-unknown-path-is-refused',
        'post-is-not-supported',
      ),
      ...killedBy('room_state', 'the-same-content-in-another-order-is-accepted'),
    ],
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', ({ params, body, sender }) => {
        const { roomId = '', eventType = '', stateKey = '' } = params;
        const state = homeserver.rooms.get(roomId)?.state;
        const current = state && homeserver.state.read(state, eventType, stateKey);
        const isSame =
          current?.sender === sender && canonicalJson(current.content) === canonicalJson(body);
        if (!isSame || !isCustom(eventType)) return {};
        throw new MatrixError(400, 'M_DUPLICATE', 'The entry holds this already');
      }),
  },
];
