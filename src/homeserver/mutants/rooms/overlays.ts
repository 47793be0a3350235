import type { JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed } from './change-listed.ts';
import { standingOf } from './standing-of.ts';

const former = [
  'who-left-reads-the-state-as-it-was-then',
  'who-was-kicked-reads-the-state-as-it-was-then',
  'who-is-banned-reads-nothing-of-what-came-later',
  'who-was-unbanned-reads-nothing-of-what-came-between',
  'who-is-invited-again-reads-nothing-of-what-came-between',
  'who-declines-to-come-back-reads-nothing-of-what-came-between',
];

/** Takes the empty state keys of the state that is shown to who is not in the room. */
function omitKeys(homeserver: Homeserver): void {
  changeListed(homeserver, 'getRoomState', ({ state_key: key, ...event }, { params, sender }) => {
    const room = homeserver.rooms.get(params.roomId ?? '');
    const isIn = room === undefined || standingOf(room, sender) === 'in-the-room';
    return [isIn || key !== '' ? { ...event, state_key: key } : event];
  });
}

/** Faults that the documents alone would pass: what the prose says besides sees them. */
export const overlayMutants: readonly Mutant[] = [
  {
    id: 'the-state-is-shown-without-keys-to-who-is-not-there',
    fault:
      'Who is not in the room is shown a full state that lacks state keys where they are empty.',
    killedBy: killedBy(
      'rooms',
      ...former,
      'who-joined-again-reads-the-state-as-it-is',
      'a-world-readable-room-is-read-by-everybody',
    ),
    mutate: omitKeys,
  },
  {
    id: 'members-of-a-point-in-time-have-other-events',
    fault: 'As of a token the members are listed with other events among them.',
    killedBy: killedBy('rooms', 'members-are-those-of-a-point-in-time'),
    mutate: (homeserver) =>
      changeListed(homeserver, 'getMembersByRoom', (event, { query }) => {
        const more: JsonObject = { ...event, type: 'm.room.third_party_invite' };
        return query.has('at') && !query.has('membership') ? [event, more] : [event];
      }),
  },
];
