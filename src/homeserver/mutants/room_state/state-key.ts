import { slotOf } from '../../rooms/room-state.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

const cased = killedBy('room_state', 'state-keys-are-case-sensitive');
const own = killedBy('room_state', 'a-user-id-of-ones-own-may-be-the-state-key');

/** Faults in which state keys are one, and whose they are. */
export const stateKeyMutants: readonly Mutant[] = [
  {
    id: 'state-keys-are-lower-cased',
    fault: 'State keys are compared without their case.',
    killedBy: cased,
    mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, key.toLowerCase())),
  },
  {
    id: 'state-keys-are-normalised',
    fault: 'State keys are compared in the normal form NFC.',
    killedBy: cased,
    mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, key.normalize())),
  },
  {
    id: 'state-keys-lose-their-accents',
    fault: 'State keys are compared as a database with the collation utf8_general_ci does.',
    killedBy: cased,
    mutate: (homeserver) =>
      changeSlot(homeserver, (type, key) =>
        slotOf(type, key.normalize('NFD').replace(/\p{Mn}/gu, '')),
      ),
  },
  {
    id: 'an-entry-of-a-user-id-cannot-be-read',
    fault: 'GET takes a user id for a key that nobody has set.',
    killedBy: own,
    mutate: ({ state }) => {
      const { read } = state;
      state.read = (from, type, key) =>
        key.startsWith('@') && isCustom(type) ? undefined : read(from, type, key);
    },
  },
  {
    id: 'an-own-user-id-takes-power',
    fault: 'Only who may ban may use a user id, their own, as the key.',
    killedBy: own,
    mutate: ({ rules }) => {
      const { stateKeyIsOwn } = rules;
      rules.stateKeyIsOwn = (event, room) =>
        event.stateKey?.startsWith('@') && room.events[0]?.sender !== event.sender
          ? 'only the creator may use user ids'
          : stateKeyIsOwn(event, room);
    },
  },
  {
    id: 'user-ids-are-refused-as-keys',
    fault: 'No user id, not even the own one, may be the key.',
    killedBy: [
      ...own,
      ...killedBy(
        'room_state',
        'the-user-id-of-another-may-not-be-the-state-key',
        'the-event-shows-in-the-full-state',
        'the-event-can-be-fetched-by-its-id',
        'the-event-shows-in-sync',
      ),
    ],
    mutate: ({ rules }) => {
      rules.stateKeyIsOwn = (event) =>
        event.stateKey?.startsWith('@') ? 'user ids are reserved' : undefined;
    },
  },
];
