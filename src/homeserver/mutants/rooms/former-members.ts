import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { readAsCreator } from './read-as-creator.ts';
import { readingWays } from './reading-ways.ts';
import { type Standing, standingOf } from './standing-of.ts';

const left = 'who-left-reads-the-state-as-it-was-then';
const kicked = 'who-was-kicked-reads-the-state-as-it-was-then';
const again = 'who-joined-again-reads-the-state-as-it-is';

const departures: readonly (readonly [Standing, string, string])[] = [
  ['left', 'Who left', left],
  ['kicked', 'Who was kicked', kicked],
  ['banned', 'Who is banned', 'who-is-banned-reads-nothing-of-what-came-later'],
  ['unbanned', 'Who was unbanned', 'who-was-unbanned-reads-nothing-of-what-came-between'],
  [
    'invited-again',
    'Who is invited again',
    'who-is-invited-again-reads-nothing-of-what-came-between',
  ],
  [
    'declined-again',
    'Who declined to come back',
    'who-declines-to-come-back-reads-nothing-of-what-came-between',
  ],
];

const { entry, event, state } = readingWays;

/** Faults in what former members read. */
export const formerMemberMutants: readonly Mutant[] = [
  ...departures.flatMap(([standing, who, scenario]) =>
    Object.values(readingWays).map((way): Mutant => {
      const isAgain = standing === 'left' && [entry.name, state.name].includes(way.name as never);
      return {
        id: `who-${standing}-reads-${way.name}-of-now`,
        fault: `${who} reads ${way.words} as of now.`,
        killedBy: killedBy('rooms', scenario, ...(isAgain ? [again] : [])),
        mutate: (homeserver) =>
          readAsCreator(
            homeserver,
            way.operationId,
            (room, call) => way.isMeant(call) && standingOf(room, call.sender) === standing,
          ),
      };
    }),
  ),
  ...(['left', 'kicked'] as const).flatMap((standing) =>
    Object.values(readingWays).map((way): Mutant => {
      const isAgain = standing === 'left' && [entry.name, state.name].includes(way.name as never);
      const scenario = standing === 'left' ? left : kicked;
      return {
        id: `who-${standing}-is-refused-${way.name}`,
        fault: `Who ${standing === 'left' ? 'left' : 'was kicked'} is refused ${way.words}.`,
        killedBy: killedBy('rooms', scenario, ...(isAgain ? [again] : [])),
        mutate: (homeserver) =>
          changeCall(homeserver, way.operationId, (call) => {
            const room = homeserver.rooms.get(call.params.roomId ?? '');
            const isFault = room && way.isMeant(call) && standingOf(room, call.sender) === standing;
            if (!isFault) return {};
            throw new MatrixError(403, 'M_FORBIDDEN', 'You are not in this room');
          }),
      };
    }),
  ),
  {
    id: 'who-left-reads-entries-that-came-later',
    fault: 'Who left reads entries of now where there were none when they left.',
    killedBy: killedBy('rooms', left),
    mutate: (homeserver) =>
      readAsCreator(homeserver, event.operationId, (room, { params, sender }) => {
        const { eventType, stateKey } = params;
        const last = room.events.find(
          (one) => one.type === 'm.room.member' && one.stateKey === sender && one.replaced,
        );
        const known = room.events.find(
          (one) => one.type === eventType && one.stateKey === stateKey,
        );
        const isLater = last && known && known.position > last.position;
        return isLater === true && standingOf(room, sender) === 'left';
      }),
  },
];
