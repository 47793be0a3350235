import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { membershipIn } from '../../rooms/room.ts';
import { changeCall } from '../change-call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { formOfCall } from './form-of-call.ts';
import { sendUnchecked } from './send-unchecked.ts';

const asUsers = killedBy('room_state', 'a-service-sets-state-as-its-users');
const rights = killedBy('room_state', 'a-service-has-no-more-rights-than-whom-it-names');
const asNobody = killedBy('room_state', 'a-user-sets-state-as-nobody-else');
const put = 'setRoomStateWithKey';

/** Has the PUTs of the service be sent by somebody else, where that one is in the room. */
function changeSender(
  homeserver: Homeserver,
  change: (call: Call, named: string | null, own: string) => string,
): void {
  changeCall(homeserver, put, (call) => {
    const { query, session, params } = call;
    const room = homeserver.rooms.get(params.roomId ?? '');
    if (session?.isApplicationService !== true || room === undefined) return {};
    const { senderLocalpart = '' } = homeserver.registration.applicationService ?? {};
    const own = `@${senderLocalpart}:${homeserver.name}`;
    const sender = change(call, query.get('user_id'), own);
    return membershipIn(room.state, sender) === 'join' ? { sender } : {};
  });
}

/** Whether an ordinary user names another one. */
function isNaming({ query, session, params }: Call): boolean {
  const isOrdinary = session?.isApplicationService === false;
  return isOrdinary && query.has('user_id') && params.eventType !== 'm.room.member';
}

/** Faults in whom a PUT with `?user_id=` is taken to be sent by. */
export const serviceMutants: readonly Mutant[] = [
  {
    id: 'a-service-always-speaks-for-itself',
    fault: 'What a service puts as one of its users is sent by its own user.',
    killedBy: [...asUsers, ...rights],
    mutate: (homeserver) => changeSender(homeserver, (_call, _named, own) => own),
  },
  {
    id: 'a-service-speaks-for-itself-with-a-user-id-as-key',
    fault: 'What a service puts with a user id as key is sent by its own user.',
    killedBy: [...asUsers, ...rights],
    mutate: (homeserver) =>
      changeSender(homeserver, ({ params, sender }, _named, own) =>
        params.stateKey?.startsWith('@') === true ? own : sender,
      ),
  },
  {
    id: 'a-service-speaks-for-itself-without-the-slash',
    fault: 'What a service puts on the path that leaves out the slash is sent by its own user.',
    killedBy: asUsers,
    mutate: (homeserver) => {
      const form = formOfCall(homeserver);
      changeSender(homeserver, ({ sender }, _named, own) =>
        form() === 'without the slash' ? own : sender,
      );
    },
  },
  {
    id: 'a-service-speaks-for-whom-it-spoke-for-last',
    fault: 'What a service puts without naming a user is sent by the one whom it named last.',
    killedBy: [...asUsers, ...rights],
    mutate: (homeserver) => {
      const last = new Map<string, string>();
      changeSender(homeserver, ({ params, sender }, named) => {
        const { roomId = '' } = params;
        if (named !== null) last.set(roomId, named);
        return named ?? last.get(roomId) ?? sender;
      });
    },
  },
  {
    id: 'a-service-speaks-for-its-first-user-in-a-room',
    fault: 'What a service puts is sent by the first user whom it named in that room.',
    killedBy: [...asUsers, ...rights],
    mutate: (homeserver) => {
      const first = new Map<string, string>();
      changeSender(homeserver, ({ params, sender }, named) => {
        const { roomId = '' } = params;
        if (named === null) return sender;
        if (!first.has(roomId)) first.set(roomId, named);
        return first.get(roomId) ?? sender;
      });
    },
  },
  {
    id: 'an-ordinary-user-speaks-for-others',
    fault: 'An ordinary user who names another one speaks for that one.',
    killedBy: asNobody,
    mutate: (homeserver) =>
      changeCall(homeserver, put, (call) =>
        isNaming(call) ? { sender: call.query.get('user_id') ?? '' } : {},
      ),
  },
  {
    id: 'an-ordinary-user-has-the-power-of-others',
    fault: 'An ordinary user who names another one may put what that one may.',
    killedBy: asNobody,
    mutate: (homeserver) =>
      changeRefusal(homeserver, put, (_, call) => {
        const { eventType: type = '', stateKey = '', roomId = '' } = call.params;
        const room = homeserver.rooms.get(roomId);
        if (!isNaming(call) || room === undefined) return undefined;
        sendUnchecked(homeserver, room, {
          type,
          stateKey,
          sender: call.sender,
          content: call.body,
        });
        return ok({ event_id: room.events.at(-1)?.id });
      }),
  },
  {
    id: 'an-ordinary-user-who-names-another-breaks-the-homeserver',
    fault: 'A PUT of an ordinary user who names another one is answered with 500.',
    killedBy: asNobody,
    mutate: (homeserver) =>
      changeCall(homeserver, put, (call) => {
        if (isNaming(call)) throw new MatrixError(500, 'M_UNKNOWN', 'Internal server error');
        return {};
      }),
  },
];
