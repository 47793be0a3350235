import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { creatorsOf, type Room } from '../../rooms/room.ts';
import { hasCreators } from '../../rooms/room-version.ts';
import { powerLevels } from '../../rules/power.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changedLevels } from './changed-levels.ts';
import { overlook, refuseMore } from './overlook.ts';

const suite = 'm.room.power_levels';
const named = killedBy(suite, 'creators-are-not-among-the-users');
const power = killedBy(suite, 'the-power-of-creators-has-no-end');
const reach = killedBy(suite, 'levels-reach-to-the-largest-integers-and-not-beyond');
const rewritten = killedBy(
  suite,
  'from-version-10-each-level-is-an-integer',
  'from-version-10-events-and-notifications-hold-integers',
  'levels-are-guarded-in-versions-10-to-12',
  'the-keys-of-users-are-user-ids-in-every-version',
  'users-are-an-object-of-levels-in-every-version',
);
const before = killedBy(suite, 'before-version-12-creators-have-the-level-that-is-set');

function isAdditional(room: Room, user: string): boolean {
  return creatorsOf(room).slice(1).includes(user);
}

/** The room as it would be if some creators had the level 100, as others have levels. */
function demoted(room: Room, isDemoted: (user: string) => boolean): Room {
  const left = creatorsOf(room).filter(isDemoted);
  const create = room.events[0];
  if (!hasCreators(room.version) || left.length === 0 || create === undefined) return room;
  const levels = changedLevels(room, (content) => {
    const users = isObject(content.users) ? content.users : {};
    const given = Object.fromEntries(left.map((user) => [user, 100]));
    return { ...content, users: { ...users, ...given } };
  });
  return { ...levels, version: '11' };
}

/** Has some rules not know of the infinite power of some creators. */
function demote(
  { rules }: Pick<Homeserver, 'rules'>,
  which: readonly ('requiredPower' | 'powerLevels')[],
  isDemoted: (room: Room, user: string) => boolean,
): void {
  for (const name of which) {
    const sound = rules[name];
    rules[name] = (event, room) =>
      // Before there are levels, a creator is whoever makes the room.
      powerLevels(room) !== undefined && isDemoted(room, event.sender)
        ? sound(
            event,
            demoted(room, (user) => user === event.sender),
          )
        : sound(event, room);
  }
}

/** Faults in what creators of rooms may do since version 12, and before. */
export const creatorMutants: readonly Mutant[] = [
  {
    id: 'users-may-name-the-creator',
    fault: 'Users may name the creator of a room of version 12.',
    killedBy: named,
    mutate: (homeserver) =>
      overlook(homeserver, ({ content, room }) => {
        const [creator = ''] = creatorsOf(room);
        const { [creator]: _, ...users } = isObject(content.users) ? content.users : {};
        return hasCreators(room.version) ? { ...content, users } : content;
      }),
  },
  {
    id: 'users-may-name-additional-creators',
    fault: 'Users may name the additional creators of a room.',
    killedBy: named,
    mutate: (homeserver) =>
      overlook(homeserver, ({ content, room }) => {
        const users = isObject(content.users) ? Object.entries(content.users) : [];
        const left = users.filter(([user]) => !isAdditional(room, user));
        return hasCreators(room.version)
          ? { ...content, users: Object.fromEntries(left) }
          : content;
      }),
  },
  {
    id: 'creators-may-name-themselves',
    fault: 'A creator may be named among the users by themselves.',
    killedBy: named,
    mutate: (homeserver) =>
      overlook(homeserver, ({ content, room, sender }) => {
        const { [sender]: _, ...users } = isObject(content.users) ? content.users : {};
        const isCreator = hasCreators(room.version) && creatorsOf(room).includes(sender);
        return isCreator ? { ...content, users } : content;
      }),
  },
  {
    id: 'users-may-name-a-creator-with-level-0',
    fault: 'Users may name a creator with the level 0.',
    killedBy: named,
    mutate: (homeserver) =>
      overlook(homeserver, ({ content, room }) => {
        const users = isObject(content.users) ? Object.entries(content.users) : [];
        const left = users.filter(([, level]) => level !== 0);
        return hasCreators(room.version)
          ? { ...content, users: Object.fromEntries(left) }
          : content;
      }),
  },
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
    killedBy: power,
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
  {
    id: 'creators-have-power-in-old-rooms',
    fault: 'Who made a room of a version before 12 has infinite power in it.',
    killedBy: before,
    mutate: ({ rules }) => {
      for (const name of ['requiredPower', 'powerLevels'] as const) {
        const sound = rules[name];
        rules[name] = (event, room) =>
          room.events[0]?.sender === event.sender ? undefined : sound(event, room);
      }
    },
  },
  {
    id: 'additional-creators-have-power-in-old-rooms',
    fault: 'Additional creators are known in rooms of version 11, too.',
    killedBy: before,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) => {
        const named = room.events[0]?.content.additional_creators;
        const isOne = Array.isArray(named) && named.includes(event.sender);
        return room.version === '11' && isOne ? undefined : requiredPower(event, room);
      };
    },
  },
  {
    id: 'the-creator-of-an-old-room-keeps-their-level',
    fault: 'Who made a room of version 10 cannot lower their own level.',
    killedBy: before,
    mutate: (homeserver) =>
      refuseMore(homeserver, ({ content, room, sender }) => {
        const users = isObject(content.users) ? content.users : {};
        const isCreator = room.version === '10' && creatorsOf(room)[0] === sender;
        return isCreator && Number(users[sender] ?? 100) < 100;
      }),
  },
];
