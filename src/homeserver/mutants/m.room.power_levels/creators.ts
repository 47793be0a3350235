import { isObject } from '../../events/json.ts';
import { creatorsOf } from '../../rooms/room.ts';
import { hasCreators } from '../../rooms/room-version.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { isAdditional } from './is-additional.ts';
import { overlook, refuseMore } from './overlook.ts';

const suite = 'm.room.power_levels';
const named = killedBy(suite, 'creators-are-not-among-the-users');
const before = killedBy(suite, 'before-version-12-creators-have-the-level-that-is-set');

/** Faults in who may be named among the users, and what creators had before version 12. */
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
    id: 'creators-have-power-in-old-rooms',
    fault: 'Who made a room of a version before 12 has infinite power in it.',
    killedBy: [...before, ...killedBy('room_state', 'without-levels-state-takes-the-defaults')],
    mutate: ({ rules }) => {
      for (const name of ['requiredPower', 'powerLevels'] as const) {
        const sound = rules[name];
        rules[name] = (event, room) =>
          !hasCreators(room.version) && room.events[0]?.sender === event.sender
            ? undefined
            : sound(event, room);
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
