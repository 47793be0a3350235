import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { membershipIn, type Room } from '../../rooms/room.ts';
import { powerOf } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { entryLevel } from './entry-level.ts';
import { heldInEveryVersion } from './held-in-every-version.ts';

const ofAnother = killedBy('room_state', 'the-user-id-of-another-may-not-be-the-state-key');
const onlyStarts = killedBy(
  'room_state',
  'what-only-starts-like-a-user-id-may-not-be-the-state-key',
);

/** Lets some events have a user id as their key that is not the sender's. */
function spareKeys(
  { rules }: Homeserver,
  isSpared: (key: string, event: Draft, room: Room) => boolean,
) {
  const { stateKeyIsOwn } = rules;
  rules.stateKeyIsOwn = (event, room) =>
    isSpared(event.stateKey ?? '', event, room) ? undefined : stateKeyIsOwn(event, room);
}

/** Faults in whose user id may be a key. */
export const keyOfAnotherMutants: readonly Mutant[] = [
  {
    id: 'the-user-id-of-another-is-taken',
    fault: 'The state key may be the user id of any user there is.',
    killedBy: [...ofAnother, ...heldInEveryVersion],
    mutate: (homeserver) => spareKeys(homeserver, (key) => homeserver.accounts.has(key)),
  },
  {
    id: 'a-creator-may-use-the-user-id-of-another',
    fault: 'The creator of a room may use the user ids of its members as keys.',
    killedBy: ofAnother,
    mutate: (homeserver) =>
      spareKeys(
        homeserver,
        (key, { sender }, room) =>
          membershipIn(room.state, key) === 'join' && room.events[0]?.sender === sender,
      ),
  },
  {
    id: 'the-user-id-of-who-is-not-in-the-room-is-taken',
    fault: 'The state key may be the user id of a user who is not in the room.',
    killedBy: ofAnother,
    mutate: (homeserver) =>
      spareKeys(
        homeserver,
        (key, _, room) => homeserver.accounts.has(key) && membershipIn(room.state, key) !== 'join',
      ),
  },
  {
    id: 'a-user-id-of-another-homeserver-is-taken',
    fault: 'The state key may be a user id of another homeserver.',
    killedBy: [...ofAnother, ...onlyStarts],
    mutate: (homeserver) =>
      spareKeys(homeserver, (key) => /^@\w+:.+/.test(key) && !key.endsWith(`:${homeserver.name}`)),
  },
  {
    id: 'a-type-for-everybody-is-so-under-every-name',
    fault: 'Where a type takes no power, its key may be the user id of another.',
    killedBy: ofAnother,
    mutate: (homeserver) =>
      spareKeys(homeserver, (_, { type }, room) => entryLevel(room, type) === 0),
  },
  {
    id: 'who-has-the-level-100-uses-the-user-id-of-another',
    fault: 'A member with a level of 100 may use the user ids of others as keys.',
    killedBy: ofAnother,
    mutate: (homeserver) =>
      spareKeys(homeserver, (key, { sender }, room) => {
        return membershipIn(room.state, key) === 'join' && powerOf(room, sender) === 100;
      }),
  },
  {
    id: 'only-user-ids-that-exist-are-reserved',
    fault: 'A key that starts with @ is free where there is no such user.',
    killedBy: [...onlyStarts, ...ofAnother],
    mutate: (homeserver) => spareKeys(homeserver, (key) => !homeserver.accounts.has(key)),
  },
  {
    id: 'keys-that-are-no-user-ids-are-free',
    fault: 'A key that starts with @ is free where it is no user id.',
    killedBy: onlyStarts,
    mutate: (homeserver) => spareKeys(homeserver, (key) => !/^@[^:]+:[^_]+$/.test(key)),
  },
  {
    id: 'keys-are-compared-by-their-beginning',
    fault: 'A key may begin with the own user id and go on.',
    killedBy: onlyStarts,
    mutate: (homeserver) => spareKeys(homeserver, (key, { sender }) => key.startsWith(sender)),
  },
];
