import { creatorsOf } from '../../rooms/room.ts';
import { hasCreators } from '../../rooms/room-version.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { demote } from './demote.ts';
import { isAdditional } from './is-additional.ts';
import { rewritten } from './rewritten.ts';

const suite = 'm.room.power_levels';
const named = killedBy(suite, 'creators-are-not-among-the-users');
const power = killedBy(suite, 'the-power-of-creators-has-no-end');
const reach = killedBy(suite, 'levels-reach-to-the-largest-integers-and-not-beyond');

/** Faults in what creators of rooms may do since version 12. */
export const creatorPowerMutants: readonly Mutant[] = [
  {
    id: 'creators-have-level-100-for-state',
    fault: 'Creators have the level 100 where they set state of types with a higher level.',
    killedBy: power,
    mutate: (homeserver) =>
      demote(homeserver, ['requiredPower'], (room, user) => creatorsOf(room).includes(user)),
  },
  {
    id: 'additional-creators-have-level-100-for-state',
    fault: 'Additional creators have the level 100 where they set state.',
    killedBy: power,
    mutate: (homeserver) => demote(homeserver, ['requiredPower'], isAdditional),
  },
  {
    id: 'creators-have-level-100-for-levels',
    fault: 'Creators have the level 100 where they set levels.',
    killedBy: [...power, ...named, ...reach, ...rewritten],
    mutate: (homeserver) =>
      demote(homeserver, ['powerLevels'], (room, user) => creatorsOf(room)[0] === user),
  },
  {
    id: 'additional-creators-have-level-100-for-levels',
    fault: 'Additional creators have the level 100 where they set levels.',
    killedBy: [...power, ...named],
    mutate: (homeserver) => demote(homeserver, ['powerLevels'], isAdditional),
  },
  ...(['leave', 'ban'] as const).map(
    (membership): Mutant => ({
      id: `an-additional-creator-is-${membership === 'ban' ? 'banned' : 'kicked'}`,
      fault: `Who has the largest level may ${membership === 'ban' ? 'ban' : 'kick'} an additional creator.`,
      killedBy: power,
      mutate: ({ rules }) => {
        const sound = rules.membership[membership];
        rules.membership[membership] = (event, room) =>
          event.stateKey !== event.sender &&
          isAdditional(room, event.stateKey ?? '') &&
          !creatorsOf(room).includes(event.sender)
            ? undefined
            : sound?.(event, room);
      },
    }),
  ),
  {
    id: 'the-creator-is-kicked',
    fault: 'Who has the largest level may kick the creator of a room.',
    killedBy: power,
    mutate: ({ rules }) => {
      const { leave } = rules.membership;
      rules.membership.leave = (event, room) =>
        event.stateKey === creatorsOf(room)[0] && hasCreators(room.version)
          ? undefined
          : leave?.(event, room);
    },
  },
  {
    id: 'creators-kick-one-another',
    fault: 'The creator of a room may kick additional ones.',
    killedBy: power,
    mutate: ({ rules }) => {
      const { leave } = rules.membership;
      rules.membership.leave = (event, room) =>
        event.sender === creatorsOf(room)[0] && isAdditional(room, event.stateKey ?? '')
          ? undefined
          : leave?.(event, room);
    },
  },
  {
    id: 'creators-do-not-kick-the-highest',
    fault: 'An additional creator may not kick who has the largest level.',
    killedBy: power,
    mutate: ({ rules }) => {
      const { leave } = rules.membership;
      rules.membership.leave = (event, room) =>
        event.stateKey !== event.sender && isAdditional(room, event.sender)
          ? 'your power level does not allow kicking this user'
          : leave?.(event, room);
    },
  },
];
