import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import type { RoomVersion } from '../../rooms/room-version.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const form = killedBy('room_state', 'event-ids-have-the-form-of-their-room-version');
const odd = killedBy('room_state', 'event-ids-with-a-slash-or-a-plus-find-their-events');

/** Names the events of one room version in another way; its rooms keep their names. */
function renameIn(
  homeserver: Homeserver,
  version: RoomVersion,
  change: (id: string) => string,
): void {
  const sound = homeserver.identify;
  homeserver.identify = (pdu, of, name) => {
    const { id, size } = sound(pdu, of, name);
    const isMeant = of === version && pdu.type !== 'm.room.create';
    return { id: isMeant ? change(id) : id, size };
  };
}

const withDomain = (id: string) => `${id}:reference.test`;
const withoutDomain = (id: string) => id.replace(/:.*/, '');
const plain = (id: string) => `$+/${id.slice(3)}`;
const urlSafe = (id: string) => `$-_${id.slice(3).replace(/[+/]/g, '-')}`;
const padded = (id: string) => `${id}=`;

/** Version 11 is that of the scenarios that name none: its ids are looked at elsewhere, too. */
const names: readonly [version: RoomVersion, how: string, change: (id: string) => string][] = [
  ['1', 'without a domain', withoutDomain],
  ['2', 'without a domain', withoutDomain],
  ['3', 'with a domain', withDomain],
  ['4', 'with a domain', withDomain],
  ['4', 'in plain base64', plain],
  ['5', 'in plain base64', plain],
  ['6', 'with padding', padded],
  ['7', 'in plain base64', plain],
  ['8', 'with a domain', withDomain],
  ['9', 'with padding', padded],
  ['10', 'in plain base64', plain],
  ['12', 'with a domain', withDomain],
  ['1', 'after another server', (id) => id.replace(/:.*/, ':elsewhere.test')],
  ['9', 'with other last characters', (id) => `${id.slice(0, -1)}B`],
];

/** Has an event not be found where its id is of some kind. */
function lose(homeserver: Homeserver, isLost: (id: string) => boolean): void {
  changeReply(homeserver, 'getOneRoomEvent', (reply, { params }) => {
    if (isLost(params.eventId ?? '')) throw new MatrixError(404, 'M_NOT_FOUND', 'No such event');
    return reply;
  });
}

/** Faults in the form of event ids by room version, and in how an event is found by one. */
export const eventIdFormMutants: readonly Mutant[] = [
  ...names.map(
    ([version, how, change]): Mutant => ({
      id: `ids-of-version-${version}-are-${how.replaceAll(' ', '-')}`,
      fault: `Events in rooms of version ${version} are named ${how}.`,
      killedBy: form,
      mutate: (homeserver) => renameIn(homeserver, version, change),
    }),
  ),
  {
    id: 'ids-of-version-3-are-url-safe',
    fault: 'Events in rooms of version 3 are named in URL-safe base64.',
    killedBy: form,
    mutate: (homeserver) => renameIn(homeserver, '3', urlSafe),
  },
  {
    id: 'ids-with-a-domain-find-nothing',
    fault: 'An event whose id has a domain is not found by it.',
    killedBy: form,
    mutate: (homeserver) => lose(homeserver, (id) => id.includes(':')),
  },
  {
    id: 'events-of-old-rooms-show-no-id',
    fault: 'An event whose id has a domain shows its id without it.',
    killedBy: form,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply, { params }) => {
        const id = params.eventId ?? '';
        if (!id.includes(':')) return reply;
        return { ...reply, body: { ...(reply.body as object), event_id: withoutDomain(id) } };
      }),
  },
  {
    id: 'ids-with-a-slash-find-nothing',
    fault: 'An event whose id has a slash is not found by it.',
    killedBy: odd,
    mutate: (homeserver) => lose(homeserver, (id) => id.includes('/')),
  },
  {
    id: 'ids-with-a-plus-find-nothing',
    fault: 'An event whose id has a plus is not found by it.',
    killedBy: odd,
    mutate: (homeserver) => lose(homeserver, (id) => id.includes('+')),
  },
  {
    id: 'a-plus-in-an-id-is-a-space',
    fault: 'A plus in an event id is decoded as a space, as in a form.',
    killedBy: odd,
    mutate: (homeserver) =>
      changeCall(homeserver, 'getOneRoomEvent', ({ params }) => ({
        params: { ...params, eventId: (params.eventId ?? '').replaceAll('+', ' ') },
      })),
  },
  {
    id: 'an-encoded-slash-splits-an-event-id',
    fault: 'An encoded slash in an event id separates segments of its path.',
    killedBy: odd,
    mutate: ({ wire }) => {
      const { segments } = wire;
      wire.segments = (path) =>
        segments(path.includes('/event/') ? path.replaceAll('%2F', '/') : path);
    },
  },
  {
    id: 'a-literal-plus-in-an-id-is-a-space',
    fault: 'A plus that stands in the path of an event as it is stands for a space.',
    killedBy: odd,
    mutate: ({ wire }) => {
      const { segments } = wire;
      wire.segments = (path) =>
        segments(path.includes('/event/') ? path.replaceAll('+', '%20') : path);
    },
  },
];
