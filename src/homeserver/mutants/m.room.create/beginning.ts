import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { RoomVersion } from '../../rooms/room-version.ts';
import { breakDown } from '../break-down.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const seen = (...scenarios: string[]) => killedBy('m.room.create', ...scenarios);
const bySender = seen('the-sender-of-the-creation-is-the-creator');
const first = seen('the-creation-comes-first');
const newCreator = seen('a-creator-that-is-asked-for-from-version-11');

function isCreation(value: unknown): value is JsonObject {
  return isObject(value) && value.type === 'm.room.create';
}

/** Shows the creation of rooms of a version in their state as another event. */
function showCreation(
  homeserver: Homeserver,
  version: RoomVersion,
  change: (event: JsonObject) => JsonObject,
): void {
  changeReply(homeserver, 'getRoomState', (reply, { params }) => {
    const list: readonly unknown[] = Array.isArray(reply.body) ? reply.body : [];
    if (homeserver.rooms.get(params.roomId ?? '')?.version !== version) return reply;
    return { ...reply, body: list.map((one) => (isCreation(one) ? change(one) : one)) };
  });
}

/** Changes every list of events in an answer of sync. */
function changeLists(value: unknown, change: (list: readonly unknown[]) => unknown): unknown {
  if (Array.isArray(value)) return change(value);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, one]) => [name, changeLists(one, change)]);
  return Object.fromEntries(members);
}

/** Faults in who creates a room, and in what comes first. */
export const beginningMutants: readonly Mutant[] = [
  ...(['1', '10', '12'] as const).map(
    (version): Mutant => ({
      id: `a-room-of-version-${version}-is-created-by-the-homeserver`,
      fault: `The creation of rooms of version ${version} is sent by a user of the homeserver's own.`,
      killedBy: bySender,
      mutate: (homeserver) =>
        showCreation(homeserver, version, (event) => ({
          ...event,
          sender: `@homeserver:${homeserver.name}`,
        })),
    }),
  ),
  {
    id: 'a-creation-is-keyed-by-its-creator',
    fault: 'The creation of rooms of version 9 has the creator as its state key.',
    killedBy: [
      ...bySender,
      ...seen(
        'the-creation-names-the-room-version',
        'the-creation-names-its-creator-up-to-version-10',
      ),
    ],
    mutate: (homeserver) =>
      showCreation(homeserver, '9', (event) => ({ ...event, state_key: event.sender })),
  },
  {
    id: 'a-creator-is-invited-to-the-own-room',
    fault: 'Who creates a room of version 3 is shown as invited to it.',
    killedBy: bySender,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomStateWithKey', (reply, { params, sender }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        const isOwn = params.eventType === 'm.room.member' && params.stateKey === sender;
        const isCreator = room?.version === '3' && room.events[0]?.sender === sender;
        return isOwn && isCreator ? { ...reply, body: { membership: 'invite' } } : reply;
      }),
  },
  {
    id: 'a-creator-that-is-asked-for-breaks-the-homeserver',
    fault: 'A creator in creation_content is answered with 500 from version 11 on.',
    killedBy: newCreator,
    mutate: (homeserver) =>
      breakDown(
        homeserver,
        'createRoom',
        ({ body }) =>
          isObject(body.creation_content) &&
          body.creation_content.creator !== undefined &&
          ['11', '12'].includes(String(body.room_version)),
      ),
  },
  {
    id: 'sync-shows-no-creation',
    fault: 'Sync does not tell of the event that a room begins with.',
    killedBy: first,
    mutate: (homeserver) =>
      changeReply(homeserver, 'sync', (reply) => ({
        ...reply,
        body: changeLists(reply.body, (list) => list.filter((one) => !isCreation(one))),
      })),
  },
  {
    id: 'a-creator-joins-before-the-creation',
    fault: 'The joining of the creator comes before the creation of the room.',
    killedBy: first,
    mutate: (homeserver) =>
      changeReply(homeserver, 'sync', (reply) => ({
        ...reply,
        body: changeLists(reply.body, ([one, two, ...rest]) =>
          isCreation(one) && two !== undefined
            ? [two, one, ...rest]
            : [one, two, ...rest].filter((each) => each !== undefined),
        ),
      })),
  },
  {
    id: 'the-levels-of-a-room-come-before-its-creator',
    fault: 'The power levels of a room come before the joining of its creator.',
    killedBy: first,
    mutate: (homeserver) =>
      changeReply(homeserver, 'sync', (reply) => ({
        ...reply,
        body: changeLists(reply.body, ([one, two, three, ...rest]) =>
          isCreation(one) && three !== undefined
            ? [one, three, two, ...rest]
            : [one, two, three, ...rest].filter((each) => each !== undefined),
        ),
      })),
  },
];
