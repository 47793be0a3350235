import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { creatorsOf, membershipIn, type Room } from '../../rooms/room.ts';
import { hasCreators } from '../../rooms/room-version.ts';
import { levelOf } from '../../rules/power.ts';
import { changeCall } from '../change-call.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { demote } from './demote.ts';
import { isAdditional } from './is-additional.ts';
import { overlook } from './overlook.ts';

const suite = 'm.room.power_levels';
const named = killedBy(suite, 'creators-are-not-among-the-users');
const power = killedBy(suite, 'the-power-of-creators-has-no-end');

/** Whether a user is a creator of a room beside the one who made it, and not the first of those. */
function isFurther(room: Room, user: string): boolean {
  return creatorsOf(room).slice(2).includes(user);
}

/** Who may be named among the users although they are creators. */
const nameable: readonly [who: string, isOne: (room: Room, user: string) => boolean][] = [
  ['further additional creators', isFurther],
  [
    'creators who did not come',
    (room, user) => isAdditional(room, user) && membershipIn(room.state, user) !== 'join',
  ],
];

/** Faults that only some of the additional creators of a room meet, or only some of their powers. */
export const furtherCreatorMutants: readonly Mutant[] = [
  ...(['requiredPower', 'powerLevels'] as const).map(
    (rule): Mutant => ({
      id: `only-the-first-additional-creator-has-power-for-${rule === 'powerLevels' ? 'levels' : 'state'}`,
      fault: `Of several additional creators only the first has more than 100 in ${rule}.`,
      killedBy: [...power, ...(rule === 'powerLevels' ? named : [])],
      mutate: (homeserver) => demote(homeserver, [rule], isFurther),
    }),
  ),
  ...nameable.map(
    ([who, isOne]): Mutant => ({
      id: `users-may-name-${who.replaceAll(' ', '-')}`,
      fault: `Users may name ${who} of a room.`,
      killedBy: named,
      mutate: (homeserver) =>
        overlook(homeserver, ({ content, room }) => {
          const users = isObject(content.users) ? Object.entries(content.users) : [];
          const left = users.filter(([user]) => !isOne(room, user));
          return hasCreators(room.version)
            ? { ...content, users: Object.fromEntries(left) }
            : content;
        }),
    }),
  ),
  ...(['leave', 'ban'] as const).map(
    (membership): Mutant => ({
      id: `a-further-creator-is-${membership === 'ban' ? 'banned' : 'kicked'}`,
      fault: `Further creators may be removed with a membership of ${membership}.`,
      killedBy: power,
      mutate: ({ rules }) => {
        const sound = rules.membership[membership];
        rules.membership[membership] = (event, room) =>
          event.stateKey !== event.sender && isFurther(room, event.stateKey ?? '')
            ? undefined
            : sound?.(event, room);
      },
    }),
  ),
  {
    id: 'a-creator-who-left-is-none',
    fault: 'A creator who has left and come back has the power of any other member to kick.',
    killedBy: power,
    mutate: ({ rules }) => {
      const { leave } = rules.membership;
      rules.membership.leave = (event, room) => {
        const hasLeft = room.events.some(
          ({ type, sender, content }) =>
            type === 'm.room.member' && sender === event.sender && content.membership === 'leave',
        );
        return hasLeft && event.stateKey !== event.sender && creatorsOf(room).includes(event.sender)
          ? 'your power level does not allow kicking this user'
          : leave?.(event, room);
      };
    },
  },
  {
    id: 'additional-creators-do-not-invite',
    fault: 'Additional creators may not invite where that takes a level above 100.',
    killedBy: power,
    mutate: ({ rules }) => {
      const { invite } = rules.membership;
      rules.membership.invite = (event, room) =>
        isAdditional(room, event.sender) && levelOf(room, 'invite') > 100
          ? 'your power level does not allow inviting'
          : invite?.(event, room);
    },
  },
  {
    id: 'additional-creators-do-not-redact',
    fault: 'Additional creators may not redact what others sent where that takes more than 100.',
    killedBy: power,
    mutate: (homeserver) =>
      changeCall(homeserver, 'redactEvent', ({ params, sender = '' }) => {
        const room = homeserver.rooms.get(params.roomId ?? '');
        if (room === undefined || !isAdditional(room, sender)) return {};
        if (levelOf(room, 'redact') <= 100) return {};
        throw new MatrixError(403, 'M_FORBIDDEN', 'You may not redact this');
      }),
  },
];
