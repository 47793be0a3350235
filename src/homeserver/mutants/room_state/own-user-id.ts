import { membershipIn } from '../../rooms/room.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { heldInEveryVersion } from './held-in-every-version.ts';
import { storeRefused } from './store-refused.ts';

const own = killedBy('room_state', 'a-user-id-of-ones-own-may-be-the-state-key');
const stillNeeds = killedBy('room_state', 'a-user-id-of-ones-own-still-needs-the-power');

/** The scenarios in which somebody else writes the entry of their own user id. */
const outsiders = killedBy(
  'room_state',
  'who-never-joined-may-not-set-state',
  'who-left-may-not-set-state',
  'who-is-banned-may-not-set-state',
  'who-is-only-invited-may-not-set-state',
);

/** Faults in who may use a user id as the key. */
export const ownUserIdMutants: readonly Mutant[] = [
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
    fault: 'Only the creator of a room may use a user id, their own, as the key.',
    killedBy: [...own, ...stillNeeds, ...outsiders, ...heldInEveryVersion],
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
      ...stillNeeds,
      ...outsiders,
      ...heldInEveryVersion,
      ...killedBy(
        'room_state',
        'the-user-id-of-another-may-not-be-the-state-key',
        'the-event-shows-in-the-full-state',
        'the-event-can-be-fetched-by-its-id',
        'the-event-shows-in-sync',
      ),
      ...killedBy('room_state', 'a-service-sets-state-as-its-users'),
    ],
    mutate: ({ rules }) => {
      rules.stateKeyIsOwn = (event) =>
        event.stateKey?.startsWith('@') ? 'user ids are reserved' : undefined;
    },
  },
  {
    id: 'an-own-user-id-takes-no-power',
    fault: 'Every member may use their own user id as the key, of every type.',
    killedBy: stillNeeds,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        isCustom(event.type) && event.stateKey === event.sender
          ? undefined
          : requiredPower(event, room);
    },
  },
  {
    id: 'an-own-user-id-is-refused-and-stored',
    fault: 'What a member lacks the power for is stored under their own user id all the same.',
    killedBy: stillNeeds,
    mutate: (homeserver) =>
      storeRefused(
        homeserver,
        (_, { params, sender }, room) =>
          params.stateKey === sender && membershipIn(room.state, sender) === 'join',
      ),
  },
];
