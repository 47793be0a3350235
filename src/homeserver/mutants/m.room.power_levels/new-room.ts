import { isObject, type JsonObject } from '../../events/json.ts';
import type { Call } from '../../http/call.ts';
import { creatorsOf } from '../../rooms/room.ts';
import { hasCreators } from '../../rooms/room-version.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { beginWith } from './begin-with.ts';
import { rewritten } from './rewritten.ts';

const suite = 'm.room.power_levels';
const valid = killedBy(suite, 'the-levels-of-a-new-room-are-valid');
const tombstone = killedBy(suite, 'a-tombstone-takes-more-than-other-state-from-version-12');
const overridden = killedBy(suite, 'the-levels-of-a-new-room-can-be-overridden');

const eventsOf = (content: JsonObject) => (isObject(content.events) ? content.events : {});
const isPlain = (call: Call) => call.body.power_level_content_override === undefined;

const creators = killedBy(suite, 'before-version-12-creators-have-the-level-that-is-set');

const invalid: readonly [id: string, fault: string, change: (content: JsonObject) => JsonObject][] =
  [
    [
      'with-a-string',
      'A new room has a level of notifications that is a string.',
      (content) => ({ ...content, notifications: { room: '50' } }),
    ],
    [
      'with-null',
      'A new room has null for a level that is not set.',
      (content) => ({ ...content, notifications: null }),
    ],
    [
      'with-a-scalar-string',
      'A new room has a level historical, and one of redact that is a string.',
      (content) => ({ ...content, redact: '50' }),
    ],
    [
      'with-a-localpart',
      'A new room names a user without the domain.',
      (content) => ({
        ...content,
        users: { ...(isObject(content.users) ? content.users : {}), admin: 0 },
      }),
    ],
    [
      'with-everybody-in-charge',
      'In a new room every member may set state.',
      (content) => ({ ...content, state_default: 0 }),
    ],
  ];

/** Faults in the power levels that a room begins with. */
export const newRoomMutants: readonly Mutant[] = [
  ...invalid.map(
    ([id, fault, change]): Mutant => ({
      id: `a-new-room-begins-${id}`,
      fault,
      killedBy: [...valid, ...(id === 'with-everybody-in-charge' ? creators : [])],
      mutate: (homeserver) =>
        beginWith(homeserver, (content, room, call) =>
          isPlain(call) && room.version === '7' ? change(content) : content,
        ),
    }),
  ),
  {
    id: 'a-new-room-names-its-creator-in-version-12',
    fault: 'A new room of version 12 names its creator among the users.',
    killedBy: [...valid, ...rewritten],
    mutate: (homeserver) =>
      beginWith(homeserver, (content, room, call) =>
        hasCreators(room.version) && isPlain(call)
          ? { ...content, users: { [creatorsOf(room)[0] ?? '']: 100 } }
          : content,
      ),
  },
  ...(
    [
      ['is-not-set', 'names no level for m.room.tombstone', () => undefined],
      ['is-that-of-state', 'has a level for m.room.tombstone that is state_default', () => 50],
      ['is-a-string', 'has a level for m.room.tombstone that is a string', () => '150'],
    ] as const
  ).map(
    ([id, words, level]): Mutant => ({
      id: `the-level-of-a-tombstone-${id}`,
      fault: `A new room of version 12 ${words}.`,
      killedBy: [...tombstone, ...(id === 'is-a-string' ? valid : [])],
      mutate: (homeserver) =>
        beginWith(homeserver, (content, { version }, call) => {
          if (!hasCreators(version) || !isPlain(call)) return content;
          const { 'm.room.tombstone': _, ...events } = eventsOf(content);
          const now = level();
          return {
            ...content,
            events: now === undefined ? events : { ...events, 'm.room.tombstone': now },
          };
        }),
    }),
  ),
  {
    id: 'the-level-of-a-tombstone-is-that-of-state-in-private',
    fault: 'A new private room of version 12 names no level for m.room.tombstone.',
    killedBy: tombstone,
    mutate: (homeserver) =>
      beginWith(homeserver, (content, { version }, call) => {
        if (!hasCreators(version) || call.body.preset !== 'private_chat') return content;
        const { 'm.room.tombstone': _, ...events } = eventsOf(content);
        return { ...content, events };
      }),
  },
  {
    id: 'the-level-of-a-tombstone-cannot-be-overridden',
    fault: 'A new room of version 12 has 150 for m.room.tombstone, whatever was asked for.',
    killedBy: overridden,
    mutate: (homeserver) =>
      beginWith(homeserver, (content, { version }) =>
        hasCreators(version)
          ? { ...content, events: { ...eventsOf(content), 'm.room.tombstone': 150 } }
          : content,
      ),
  },
  {
    id: 'state-default-cannot-be-overridden',
    fault: 'A new room has a state_default of 50 where a lower one was asked for.',
    killedBy: [...overridden, ...killedBy('room_state', 'a-logged-out-token-is-refused')],
    mutate: (homeserver) =>
      beginWith(homeserver, (content) => ({
        ...content,
        state_default: Math.max(50, Number(content.state_default)),
      })),
  },
  {
    id: 'an-overridden-type-keeps-its-level',
    fault: 'A new room keeps the usual level of m.room.topic where another was asked for.',
    killedBy: overridden,
    mutate: (homeserver) =>
      beginWith(homeserver, (content) =>
        'm.room.topic' in eventsOf(content)
          ? { ...content, events: { ...eventsOf(content), 'm.room.topic': 50 } }
          : content,
      ),
  },
];
