import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import type { Room } from '../../rooms/room.ts';
import { powerOf } from '../../rules/power.ts';
import { changeCall } from '../change-call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { sendUnchecked } from '../room_state/send-unchecked.ts';
import { createAgain } from './create-again.ts';

const later = (scenario: string) => killedBy('m.room.create', scenario);
const without = later('a-second-creation-without-a-version-is-refused');
const unknown = later('a-second-creation-of-an-unknown-version-is-refused');
const other = later('a-second-creation-does-not-change-a-room');
const power = later('no-power-creates-a-room-again');
const initial = later('initial-state-creates-no-room-anew');

const odd = 'org.example.unknown';

/** What a second creation is like, who tries it, and which contents are of that kind. */
const kinds: readonly [
  what: string,
  seen: readonly string[],
  isOfKind: (content: JsonObject, room: Room) => boolean,
][] = [
  ['that is empty', without, (content) => Object.keys(content).length === 0],
  ['of an unknown version', unknown, ({ room_version: version }) => version === odd],
  ['whose version is a number', unknown, ({ room_version: version }) => version === 12],
  ['whose version is null', unknown, ({ room_version: version }) => version === null],
  [
    'of the first version',
    other,
    ({ room_version: named }, { version }) => named === '1' && version !== named,
  ],
  [
    'of a later version',
    other,
    ({ room_version: named }, { version }) =>
      typeof named === 'string' && Number(named) > Number(version),
  ],
  [
    'with more creators',
    other,
    ({ additional_creators: more }, { version }) => Array.isArray(more) && Number(version) < 12,
  ],
];

function hasNoVersion(content: JsonObject): boolean {
  return content.room_version === undefined && !('forged' in content);
}

/** Answers some creations of who has a room already with something else. */
function answerOtherwise(
  homeserver: Homeserver,
  isOfKind: (content: JsonObject, room: Room) => boolean,
  answer: MatrixError,
): void {
  changeRefusal(homeserver, 'setRoomStateWithKey', (_, { params, body }) => {
    const room = homeserver.rooms.get(params.roomId ?? '');
    const isCreation = params.eventType === 'm.room.create' && room !== undefined;
    return isCreation && isOfKind(body, room) ? answer : undefined;
  });
}

const broken = new MatrixError(500, 'M_UNKNOWN', 'Internal error');

/** Faults in what makes a second creation right. */
export const secondCreationMutants: readonly Mutant[] = [
  {
    id: 'a-second-creation-without-a-version-is-taken',
    fault: 'A second creation whose content names no room version is accepted.',
    killedBy: without,
    mutate: (homeserver) => createAgain(homeserver, ({ content }) => hasNoVersion(content)),
  },
  ...kinds.flatMap(([what, seen, isOfKind]): readonly Mutant[] => {
    const id = `a-second-creation-${what.replaceAll(' ', '-')}`;
    return [
      {
        id: `${id}-is-taken`,
        fault: `A second creation ${what} is accepted.`,
        killedBy: seen,
        mutate: (homeserver) =>
          createAgain(homeserver, ({ content }, room) => isOfKind(content, room)),
      },
      {
        id: `${id}-breaks-the-homeserver`,
        fault: `A second creation ${what} is answered with 500.`,
        killedBy: seen,
        mutate: (homeserver) => answerOtherwise(homeserver, isOfKind, broken),
      },
    ];
  }),
  {
    id: 'an-unknown-version-is-the-message-of-its-error',
    fault: 'A second creation of an odd version is refused with that version as the message.',
    killedBy: unknown,
    mutate: (homeserver) => {
      const error = new MatrixError(400, 'M_UNSUPPORTED_ROOM_VERSION', '', { error: 12 });
      answerOtherwise(homeserver, ({ room_version: version }) => version === 12, error);
    },
  },
  {
    id: 'a-member-with-all-the-power-creates-a-room-again',
    fault: 'Who did not create the room, and has its highest level, may send another creation.',
    killedBy: power,
    mutate: (homeserver) =>
      createAgain(
        homeserver,
        ({ sender }, room) => room.events[0]?.sender !== sender && powerOf(room, sender) >= 100,
      ),
  },
  {
    id: 'a-creation-is-not-seen-without-the-slash',
    fault: 'A second creation is accepted where the path ends without the slash.',
    killedBy: power,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', (_, { params, body: content, sender }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        const { eventType: type = '', stateKey } = params;
        if (type !== 'm.room.create' || stateKey !== undefined || room === undefined) return;
        sendUnchecked(homeserver, room, { type, stateKey: '', sender, content });
        return ok({ event_id: room.events.at(-1)?.id });
      }),
  },
  {
    id: 'initial-state-replaces-the-creation',
    fault: 'An m.room.create in the initial state is sent after the first one.',
    killedBy: initial,
    mutate: (homeserver) => createAgain(homeserver, (_, { id }) => !homeserver.rooms.has(id)),
  },
  {
    id: 'initial-state-is-merged-into-the-creation',
    fault: 'An m.room.create in the initial state is taken for content of the creation.',
    killedBy: initial,
    mutate: (homeserver) =>
      changeCall(homeserver, 'createRoom', ({ body }) => {
        const state: readonly unknown[] = Array.isArray(body.initial_state)
          ? body.initial_state
          : [];
        const isCreation = (one: unknown) => isObject(one) && one.type === 'm.room.create';
        const [found] = state.filter(isCreation);
        if (!isObject(found)) return {};
        const initial_state = state.filter((one) => !isCreation(one));
        return { body: { ...body, creation_content: found.content, initial_state } };
      }),
  },
];
