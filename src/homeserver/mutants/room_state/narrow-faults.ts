import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { powerLevels, powerOf } from '../../rules/power.ts';
import { breakDown } from '../break-down.ts';
import { changeRefusal } from '../change-refusal.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { entryLevel } from './entry-level.ts';

const seen = (scenario: string) => killedBy('room_state', scenario);

/** Faults that meet one kind of request alone, of which several scenarios ask in other words. */
export const narrowFaults: readonly Mutant[] = [
  {
    id: 'a-level-given-later-is-too-little-for-a-longer-type',
    fault: 'Who was given just the default level later may not set a type of four parts.',
    killedBy: seen('a-member-with-the-power-may-set-state'),
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        powerOf(room, event.sender) === 50 && event.type.endsWith('.other')
          ? 'your power level does not allow this type'
          : requiredPower(event, room);
    },
  },
  {
    id: 'a-longer-type-overwrites-the-one-that-it-goes-on-from',
    fault: 'An entry is overwritten by one of the same key whose type goes on where its own ends.',
    killedBy: seen('two-event-types-are-two-entries'),
    mutate: ({ state }) => {
      const { write } = state;
      state.write = (into, event) => {
        write(into, event);
        const [shorter] = event.type.split('.one');
        const other = stateEvent(into, shorter ?? '', event.stateKey);
        if (event.type === shorter || other === undefined) return;
        write(into, { ...event, type: other.type });
      };
    },
  },
  {
    id: 'the-entry-of-a-user-is-for-that-user',
    fault: 'Of a type that takes no power, the entry of a user id is found by that user alone.',
    killedBy: seen('a-user-id-of-ones-own-may-be-the-state-key'),
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params, sender, query }) => {
        const { roomId = '', eventType = '', stateKey = '' } = params;
        const room = homeserver.rooms.get(roomId);
        const isOthers = stateKey.startsWith('@') && stateKey !== sender && isCustom(eventType);
        const isOpen = room !== undefined && entryLevel(room, eventType) === 0;
        if (!isOthers || !isOpen || query.has('format')) return reply;
        throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such state');
      }),
  },
  {
    id: 'a-type-in-capitals-overwrites-the-one-in-small-letters',
    fault: 'Writing a type in capitals overwrites the entry of the same type in small letters.',
    killedBy: seen('event-types-are-case-sensitive'),
    mutate: ({ state }) => {
      const { write } = state;
      state.write = (into, event) => {
        write(into, event);
        const other = stateEvent(into, event.type.toLowerCase(), event.stateKey);
        if (other !== undefined && other !== event) write(into, { ...event, type: other.type });
      };
    },
  },
  {
    id: 'what-says-empty-is-not-found-without-the-slash',
    fault: 'A GET without the trailing slash takes a content whose topic says empty for none.',
    killedBy: seen('the-trailing-slash-is-optional-when-reading-the-empty-key'),
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, call) => {
        const isEmpty = isObject(reply.body) && String(reply.body.topic).includes('empty');
        if (call.params.stateKey !== undefined || !isEmpty) return reply;
        throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such state');
      }),
  },
  {
    id: 'one-below-a-high-level-is-enough-by-default',
    fault: 'A default of all users that is one below a type’s level above 50 is enough for it.',
    killedBy: seen('a-raised-power-level-of-an-event-type-holds'),
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const level = entryLevel(room, event.type) ?? 0;
        const isEnough = level > 50 && powerLevels(room)?.users_default === level - 1;
        return isEnough ? undefined : requiredPower(event, room);
      };
    },
  },
  {
    id: 'the-topic-of-a-replaced-room-is-too-much',
    fault: 'A PUT of the topic of a room that has a tombstone is answered with 500.',
    killedBy: seen('state-after-a-tombstone-is-answered-in-good-order'),
    mutate: (homeserver) =>
      breakDown(homeserver, 'setRoomStateWithKey', ({ params }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        const isReplaced = room && stateEvent(room.state, 'm.room.tombstone') !== undefined;
        return isReplaced === true && params.eventType === 'm.room.topic';
      }),
  },
  {
    id: 'an-unknown-room-takes-what-is-put',
    fault: 'A PUT into a room of this server that nobody made is answered with 200.',
    killedBy: seen('an-error-has-an-errcode-and-a-message'),
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', (_, { params: { roomId = '' } }) =>
        roomId.endsWith(`:${homeserver.name}`) && !homeserver.rooms.has(roomId)
          ? { status: 200, body: { event_id: `$${'0'.repeat(43)}` } }
          : undefined,
      ),
  },
];
