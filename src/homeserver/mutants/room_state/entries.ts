import { canonicalJson } from '../../events/canonical-json.ts';
import { isObject } from '../../events/json.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

const replaces = killedBy('room_state', 'a-second-put-replaces-the-first');
const twoKeys = killedBy('room_state', 'two-state-keys-are-two-entries');

/** Faults in what is one entry, and what are two. */
export const entryMutants: readonly Mutant[] = [
  {
    id: 'put-takes-a-number-for-a-transaction',
    fault: 'A state key of digits is taken for a transaction id: only its first PUT counts.',
    killedBy: replaces,
    mutate: (homeserver) => {
      const { write } = homeserver.state;
      homeserver.state.write = (state, event) => {
        const isRepeated = /^\d+$/.test(event.stateKey ?? '') && event.replaced !== undefined;
        if (!isRepeated) write(state, event);
      };
    },
  },
  {
    id: 'put-names-equal-contents-alike',
    fault: 'A PUT of an earlier content answers with the id of the earlier event.',
    killedBy: [
      ...replaces,
      ...killedBy('room_state', 'a-redacted-entry-is-empty-and-can-be-set-again'),
    ],
    mutate: (homeserver) => {
      const first = new Map<string, unknown>();
      changeReply(homeserver, 'setRoomStateWithKey', (reply, { body, params }) => {
        const known = canonicalJson({ params, body });
        if (!first.has(known)) first.set(known, reply.body);
        return { ...reply, body: first.get(known) };
      });
    },
  },
  {
    id: 'put-answers-with-the-replaced-event',
    fault: 'A PUT answers with the id of the event that it replaced.',
    killedBy: [
      ...killedBy(
        'room_state',
        'a-second-put-replaces-the-first',
        'the-event-shows-in-the-full-state',
        'the-event-can-be-fetched-by-its-id',
        'the-event-shows-in-sync',
      ),
      ...killedBy(
        'room_state',
        'an-event-names-the-one-that-it-replaced',
        'an-event-shows-the-content-that-it-replaced',
        'a-redacted-entry-is-empty-and-can-be-set-again',
      ),
    ],
    mutate: (homeserver) =>
      changeReply(homeserver, 'setRoomStateWithKey', (reply, { params }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        const id = isObject(reply.body) ? reply.body.event_id : undefined;
        const replaced = room?.events.find((event) => event.id === id)?.replaced;
        return replaced === undefined ? reply : { ...reply, body: { event_id: replaced.id } };
      }),
  },
  {
    id: 'put-forgets-the-second-key',
    fault: 'Keys that are plain words share one entry of their type.',
    killedBy: twoKeys,
    mutate: (homeserver) =>
      changeSlot(homeserver, (type, key) => slotOf(type, /^[a-z]{3}$/.test(key) ? 'word' : key)),
  },
  {
    id: 'put-ends-the-entries-of-other-keys',
    fault: 'Writing a key of three letters ends the entries of other such keys of the type.',
    killedBy: twoKeys,
    mutate: (homeserver) => {
      const { write } = homeserver.state;
      const isWord = (key = '') => /^[a-z]{3}$/.test(key);
      homeserver.state.write = (state, event) => {
        for (const [slot, { type, stateKey }] of state) {
          const isOther = type === event.type && isWord(stateKey) && isCustom(type);
          if (isOther && isWord(event.stateKey)) state.delete(slot);
        }
        write(state, event);
      };
    },
  },
  {
    id: 'types-share-their-entries',
    fault: 'Entries of types that the homeserver does not know are kept by their key alone.',
    killedBy: [
      ...killedBy(
        'room_state',
        'two-event-types-are-two-entries',
        'event-types-are-case-sensitive',
        'reserved-characters-in-an-event-type-are-data',
      ),
      ...killedBy(
        'room_state',
        'an-encoded-slash-at-the-end-of-a-type-is-data',
        'an-event-type-may-have-255-bytes',
        'an-event-type-over-255-bytes-is-refused',
      ),
    ],
    mutate: (homeserver) => changeSlot(homeserver, (_type, key) => slotOf('custom', key)),
  },
  {
    id: 'types-are-cut-at-their-third-part',
    fault: 'Types are compared by their first three parts.',
    killedBy: killedBy('room_state', 'two-event-types-are-two-entries'),
    mutate: (homeserver) =>
      changeSlot(homeserver, (type, key) => slotOf(type.split('.').slice(0, 3).join('.'), key)),
  },
];
