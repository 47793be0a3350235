import { canonicalJson } from '../../events/canonical-json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { type Call, ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { sendUnchecked } from '../room_state/send-unchecked.ts';
import { storeRefused } from '../room_state/store-refused.ts';
import { createAgain } from './create-again.ts';

const once = killedBy('m.room.create', 'a-room-is-created-once');
const same = killedBy('m.room.create', 'the-same-creation-again-is-no-new-event');
const otherKey = killedBy('m.room.create', 'a-creation-has-no-other-state-key');

/** Whether a PUT sends the very creation of its room again. */
function isTheSame({ rooms }: Homeserver, { params, body }: Call): boolean {
  const created = rooms.get(params.roomId ?? '')?.events[0]?.content;
  const isCreation = params.eventType === 'm.room.create' && (params.stateKey ?? '') === '';
  return isCreation && created !== undefined && canonicalJson(created) === canonicalJson(body);
}

/** Sends the creation of a PUT, and gives the event's id. */
function resend(homeserver: Homeserver, { params, sender, body: content }: Call): string {
  const room = homeserver.rooms.get(params.roomId ?? '');
  if (room === undefined) return '';
  sendUnchecked(homeserver, room, { type: 'm.room.create', stateKey: '', sender, content });
  return room.events.at(-1)?.id ?? '';
}

/** Faults in that a room is created once, in whatever version. */
export const createdOnceMutants: readonly Mutant[] = [
  ...(['1', '5', '10', '11', '12'] as const).map(
    (version): Mutant => ({
      id: `a-room-of-version-${version}-is-created-again`,
      fault: `In rooms of version ${version} a creation that closes the room can be sent later.`,
      killedBy: once,
      mutate: (homeserver) =>
        createAgain(
          homeserver,
          ({ content, stateKey }, room) =>
            room.version === version && stateKey === '' && content['m.federate'] === false,
        ),
    }),
  ),
  {
    id: 'the-same-creation-makes-a-new-event',
    fault: 'A creation with the content of the first one is sent again, as a new event.',
    killedBy: same,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', (_, call) =>
        isTheSame(homeserver, call) ? ok({ event_id: resend(homeserver, call) }) : undefined,
      ),
  },
  {
    id: 'the-same-creation-is-refused-and-sent',
    fault: 'A creation with the content of the first one is refused, and sent all the same.',
    killedBy: same,
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', (call) => {
        if (isTheSame(homeserver, call)) resend(homeserver, call);
        return {};
      }),
  },
  {
    id: 'a-second-creation-is-refused-and-kept',
    fault: 'A creation that closes the room is refused later, and kept all the same.',
    killedBy: once,
    mutate: (homeserver) =>
      storeRefused(
        homeserver,
        (_, { params, body }) =>
          params.eventType === 'm.room.create' &&
          params.stateKey === '' &&
          body['m.federate'] === false,
      ),
  },
  ...(['1', '2', '6', '11', '12'] as const).map(
    (version): Mutant => ({
      id: `a-room-of-version-${version}-has-creations-of-other-keys`,
      fault: `In rooms of version ${version} an m.room.create of another state key can be sent.`,
      killedBy: otherKey,
      mutate: (homeserver) =>
        createAgain(
          homeserver,
          ({ stateKey }, room) => room.version === version && stateKey !== '',
        ),
    }),
  ),
  {
    id: 'a-creation-of-ones-own-key-is-taken',
    fault: 'An m.room.create whose state key is the own user id can be sent.',
    killedBy: otherKey,
    mutate: (homeserver) => createAgain(homeserver, ({ stateKey, sender }) => stateKey === sender),
  },
  {
    id: 'a-creation-of-another-key-breaks-the-homeserver',
    fault: 'An m.room.create of another state key is answered with 500.',
    killedBy: otherKey,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', (_, { params }) =>
        params.eventType === 'm.room.create' && params.stateKey === 'key'
          ? new MatrixError(500, 'M_UNKNOWN', 'Internal error')
          : undefined,
      ),
  },
];
