import { ok } from '../../http/call.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { readAsCreator } from './read-as-creator.ts';
import { readingWays } from './reading-ways.ts';
import { type Standing, standingOf } from './standing-of.ts';

const noOther = 'no-other-visibility-opens-a-room-to-strangers';

const strangers: readonly (readonly [Standing, string, string])[] = [
  ['never-there', 'Who never joined', 'who-never-joined-reads-nothing'],
  ['invited', 'Who is only invited', 'who-is-only-invited-reads-nothing'],
  ['declined', 'Who declined an invitation', 'who-declined-an-invitation-reads-nothing'],
  ['banned-unseen', 'Who was banned unseen', 'who-was-banned-without-joining-reads-nothing'],
  ['knocking', 'Who knocks', 'who-knocks-reads-nothing'],
];

/** Faults that let somebody read who never was in the room. */
export const strangerMutants: readonly Mutant[] = [
  ...strangers.flatMap(([standing, who, scenario]) =>
    Object.values(readingWays).map(({ name, words, operationId, isMeant }): Mutant => {
      const isOpened = standing === 'never-there' && operationId !== 'getMembersByRoom';
      return {
        id: `who-is-${standing}-reads-${name}`,
        fault: `${who} reads ${words}.`,
        killedBy: killedBy('rooms', scenario, ...(isOpened ? [noOther] : [])),
        mutate: (homeserver) =>
          readAsCreator(
            homeserver,
            operationId,
            (room, call) => isMeant(call) && standingOf(room, call.sender) === standing,
          ),
      };
    }),
  ),
  {
    id: 'closed-rooms-have-no-members',
    fault: 'The members of a closed room are an empty list, and no refusal.',
    killedBy: killedBy('rooms', ...strangers.map(([, , scenario]) => scenario)),
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getMembersByRoom', ({ errcode }) =>
        errcode === 'M_FORBIDDEN' ? ok({ chunk: [] }) : undefined,
      ),
  },
];
