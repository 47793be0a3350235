import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeContent } from './change-content.ts';

const stored = killedBy('room_state', 'the-content-is-stored-as-it-was-sent');

const rounded = [
  ...stored,
  ...killedBy('room_state', 'room-versions-that-are-not-strict-take-any-number'),
];

/** Faults in what becomes of the content of a state event. */
export const contentMutants: readonly Mutant[] = [
  {
    id: 'get-turns-small-integers-into-text',
    fault: 'Counting numbers of up to 32 bits beside a text are read back as strings.',
    killedBy: killedBy('room_state', 'the-content-can-be-read-back'),
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params }) => {
        if (!isCustom(params.eventType) || !isObject(reply.body)) return reply;
        if (reply.body.text === undefined) return reply;
        const members = Object.entries(reply.body).map(([name, value]) =>
          typeof value === 'number' && value > 0 && value === (value | 0)
            ? [name, String(value)]
            : [name, value],
        );
        return { ...reply, body: Object.fromEntries(members) };
      }),
  },
  {
    id: 'put-takes-an-empty-object-for-a-deletion',
    fault: 'An entry with the content {} is read as one that was never set.',
    killedBy: killedBy('room_state', 'an-empty-object-is-a-valid-content'),
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params }) => {
        const { roomId = '', eventType = '', stateKey = '' } = params;
        const state = homeserver.rooms.get(roomId)?.state;
        const isRedacted = state && stateEvent(state, eventType, stateKey)?.redactedBecause;
        const isEmpty = !isRedacted && isObject(reply.body) && Object.keys(reply.body).length === 0;
        if (isEmpty && isCustom(params.eventType))
          throw new MatrixError(404, 'M_NOT_FOUND', 'none');
        return reply;
      }),
  },
  {
    id: 'put-refuses-an-empty-object',
    fault: 'A PUT of {} is refused as if the body were missing.',
    killedBy: [
      ...killedBy(
        'room_state',
        'an-empty-object-is-a-valid-content',
        'an-error-has-an-errcode-and-a-message',
      ),
      ...killedBy(
        'room_state',
        'an-event-names-the-one-that-it-replaced',
        'an-event-shows-the-content-that-it-replaced',
      ),
    ],
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', ({ body, params }) => {
        if (Object.keys(body).length > 0 || !isCustom(params.eventType)) return {};
        throw new MatrixError(400, 'M_BAD_JSON', 'The content is empty');
      }),
  },
  {
    id: 'put-drops-nested-nulls',
    fault: 'Members with the value null are dropped from nested objects.',
    killedBy: stored,
    mutate: (homeserver) =>
      changeContent(homeserver, (value, depth) =>
        isObject(value) && depth > 0
          ? Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null))
          : value,
      ),
  },
  {
    id: 'put-rounds-large-integers',
    fault: 'Integers pass through a float of 32 bits.',
    killedBy: rounded,
    mutate: (homeserver) =>
      changeContent(homeserver, (value) =>
        typeof value === 'number' ? Math.fround(value) : value,
      ),
  },
  {
    id: 'put-wraps-integers-to-32-bits',
    fault: 'Integers are kept in 32 bits.',
    killedBy: rounded,
    mutate: (homeserver) =>
      changeContent(homeserver, (value) => (typeof value === 'number' ? value | 0 : value)),
  },
  {
    id: 'put-stores-booleans-as-numbers',
    fault: 'Truth values are stored as 1 and 0.',
    killedBy: stored,
    mutate: (homeserver) =>
      changeContent(homeserver, (value) => (typeof value === 'boolean' ? Number(value) : value)),
  },
  {
    id: 'put-cuts-text-at-nul',
    fault: 'Text ends at its first NUL.',
    killedBy: stored,
    mutate: (homeserver) =>
      changeContent(homeserver, (value) =>
        typeof value === 'string' ? value.split('\0')[0] : value,
      ),
  },
  {
    id: 'put-replaces-text-beyond-ascii',
    fault: 'Characters beyond ASCII become question marks.',
    killedBy: [
      ...stored,
      ...killedBy(
        'room_state',
        'state-keys-are-case-sensitive',
        'a-state-key-may-have-255-bytes',
        'reserved-characters-in-an-event-type-are-data',
      ),
      ...killedBy(
        'room_state',
        'json-is-read-however-it-is-written',
        'an-event-may-have-nearly-64-kib',
        'an-event-over-65536-bytes-is-refused',
      ),
    ],
    mutate: (homeserver) =>
      changeContent(homeserver, (value) =>
        typeof value === 'string' ? value.replace(/[^\0-\x7f]/gu, '?') : value,
      ),
  },
  {
    id: 'put-drops-members-without-a-name',
    fault: 'The member whose name is empty is dropped.',
    killedBy: stored,
    mutate: (homeserver) =>
      changeContent(homeserver, (value) =>
        isObject(value)
          ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== ''))
          : value,
      ),
  },
];
