import type { Homeserver } from '../../homeserver.ts';
import { ok } from '../../http/call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const missing = killedBy('rooms', 'an-entry-of-another-room-type-or-key-is-not-found');

/** Answers GET of an entry that there is not with another one. */
function fallBack(
  homeserver: Homeserver,
  isTaken: (type: string, key: string, asked: { type: string; key: string }) => boolean,
): void {
  changeRefusal(homeserver, 'getRoomStateWithKey', ({ errcode }, { params }) => {
    if (errcode !== 'M_NOT_FOUND') return undefined;
    const { roomId = '', eventType: type = '', stateKey: key = '' } = params;
    const events = [...(homeserver.rooms.get(roomId)?.state.values() ?? [])];
    const found = events.find(
      (one) => isCustom(one.type) && isTaken(one.type, one.stateKey ?? '', { type, key }),
    );
    return found && ok(found.content);
  });
}

/** Faults that find an entry where there is none. */
export const missingEntryMutants: readonly Mutant[] = [
  {
    id: 'get-looks-into-other-rooms',
    fault: 'GET of an entry that there is not answers that of another room.',
    killedBy: missing,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getRoomStateWithKey', ({ errcode }, { params, sender }) => {
        const { roomId, eventType = '', stateKey = '' } = params;
        if (errcode !== 'M_NOT_FOUND') return undefined;
        for (const { id, state, events } of homeserver.rooms.values()) {
          const found = homeserver.state.read(state, eventType, stateKey);
          const isOwn = events[0]?.sender === sender && isCustom(eventType);
          if (id !== roomId && found && isOwn && stateKey === 'key') return ok(found.content);
        }
        return undefined;
      }),
  },
  {
    id: 'get-finds-a-type-by-its-beginning',
    fault: 'GET of a type that there is not answers one that begins with it.',
    killedBy: missing,
    mutate: (homeserver) =>
      fallBack(homeserver, (type, key, asked) => key === asked.key && type === `${asked.type}e`),
  },
  {
    id: 'get-finds-a-type-that-goes-on',
    fault: 'GET of a type answers the one that it begins with.',
    killedBy: missing,
    mutate: (homeserver) =>
      fallBack(
        homeserver,
        (type, key, asked) => key === asked.key && key !== '' && asked.type.startsWith(`${type}.`),
      ),
  },
  {
    id: 'get-takes-type-and-key-for-each-other',
    fault: 'GET of a type and key answers the entry of the one as the other.',
    killedBy: missing,
    mutate: (homeserver) =>
      fallBack(homeserver, (type, key, asked) => type === asked.key && key === asked.type),
  },
  {
    id: 'get-finds-a-key-that-goes-on',
    fault: 'GET of a key answers that of which it is the beginning.',
    killedBy: missing,
    mutate: (homeserver) =>
      fallBack(
        homeserver,
        (type, key, asked) => type === asked.type && asked.key !== '' && key === `${asked.key}y`,
      ),
  },
  {
    id: 'get-finds-a-key-by-its-digits',
    fault: 'GET of a key that ends in a digit answers the one without it.',
    killedBy: missing,
    mutate: (homeserver) =>
      fallBack(
        homeserver,
        (type, key, asked) => type === asked.type && asked.key === `${key}2` && key !== '',
      ),
  },
  {
    id: 'get-takes-an-asterisk-for-any-key',
    fault: 'GET of the key * answers any entry of the type.',
    killedBy: missing,
    mutate: (homeserver) =>
      fallBack(homeserver, (type, key, asked) => type === asked.type && asked.key === '*' && !!key),
  },
  {
    id: 'get-answers-an-empty-event',
    fault: 'GET with format=event of an entry that there is not answers {}.',
    killedBy: missing,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getRoomStateWithKey', ({ errcode }, { query }) =>
        errcode === 'M_NOT_FOUND' && query.get('format') === 'event' ? ok({}) : undefined,
      ),
  },
  {
    id: 'who-never-joined-has-a-membership',
    fault: 'GET of the member event of who never joined answers the membership leave.',
    killedBy: missing,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getRoomStateWithKey', ({ errcode }, { params }) =>
        errcode === 'M_NOT_FOUND' && params.eventType === 'm.room.member' && params.stateKey
          ? ok({ membership: 'leave' })
          : undefined,
      ),
  },
];
