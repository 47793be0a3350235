import { ok } from '../../http/call.ts';
import { breakDown } from '../break-down.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const put = 'setRoomStateWithKey';
const read = 'getRoomStateWithKey';
const ids = killedBy('room_state', 'odd-room-ids-are-answered-in-good-order');
const tombstone = killedBy('room_state', 'state-after-a-tombstone-is-answered-in-good-order');
const messages = killedBy('room_state', 'message-events-as-state-are-answered-in-good-order');

const oddIds: readonly [id: string, words: string, isOne: (roomId: string) => boolean][] = [
  ['an-alias', 'an alias', (id) => id.startsWith('#')],
  ['a-word', 'a word in place of a room id', (id) => id === 'room'],
  ['a-lone-sigil', 'a room id of one character', (id) => id === '!'],
  ['a-user-id', 'a user id in place of a room id', (id) => id.startsWith('@')],
  ['a-bad-server-name', 'a room id with a bad server name', (id) => id.endsWith(':not a server')],
  ['a-long-room-id', 'a room id over 255 bytes', (id) => id.length > 255],
  ['a-nul', 'a room id with a NUL', (id) => id.includes('\0')],
  ['a-foreign-room', 'a room of another server', (id) => id === '!unknown:example.org'],
  ['a-room-without-a-server', 'an unknown room id without a colon', (id) => /^!A{43}$/.test(id)],
];

const types = ['m.room.message', 'm.reaction', 'm.room.redaction', 'm.room.encrypted', 'm.typing'];

/** Faults before rooms and types of which the specification does not say what becomes of them. */
export const oddRoomMutants: readonly Mutant[] = [
  ...oddIds.map(
    ([id, words, isOne]): Mutant => ({
      id: `${id}-is-too-much-for-a-put`,
      fault: `A PUT to ${words} is answered with 500.`,
      killedBy: ids,
      mutate: (homeserver) =>
        breakDown(homeserver, put, ({ params }) => isOne(params.roomId ?? '')),
    }),
  ),
  {
    id: 'an-empty-room-id-is-too-much',
    fault: 'A path with nothing where the room id has to be is answered with 500.',
    killedBy: ids,
    mutate: ({ wire }) => {
      const { unknownPath } = wire;
      wire.unknownPath = (path) => {
        if (path.includes('/rooms//')) throw new Error('an unforeseen case');
        return unknownPath(path);
      };
    },
  },
  {
    id: 'an-alias-is-too-much-for-a-get',
    fault: 'A GET of an alias in place of a room id is answered with 500.',
    killedBy: ids,
    mutate: (homeserver) =>
      breakDown(homeserver, read, ({ params }) => params.roomId?.startsWith('#') === true),
  },
  {
    id: 'what-is-no-room-id-is-refused-without-an-errcode',
    fault: 'A PUT to what does not begin with ! is refused without a standard error.',
    killedBy: ids,
    mutate: (homeserver) =>
      changeRefusal(homeserver, put, ({ status }, { params }) =>
        params.roomId?.startsWith('!') === false
          ? { ...ok({ message: 'no room id' }), status }
          : undefined,
      ),
  },
  {
    id: 'state-after-a-tombstone-is-too-much',
    fault: 'A PUT into a room that has a tombstone is answered with 500.',
    killedBy: tombstone,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params }) => {
        const events = homeserver.rooms.get(params.roomId ?? '')?.events ?? [];
        return events.some(({ type }) => type === 'm.room.tombstone');
      }),
  },
  {
    id: 'a-tombstone-without-a-room-is-too-much',
    fault: 'A PUT of a tombstone that names no room is answered with 500.',
    killedBy: tombstone,
    mutate: (homeserver) =>
      breakDown(
        homeserver,
        put,
        ({ params, body }) =>
          params.eventType === 'm.room.tombstone' && body.replacement_room === undefined,
      ),
  },
  ...types.map(
    (type): Mutant => ({
      id: `${type.replaceAll(/[._]/g, '-')}-as-state-is-too-much`,
      fault: `A PUT of ${type} as state is answered with 500.`,
      killedBy: messages,
      mutate: (homeserver) => breakDown(homeserver, put, ({ params }) => params.eventType === type),
    }),
  ),
];
