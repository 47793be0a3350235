import { isObject } from '../../events/json.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { inEveryVersion } from './in-every-version.ts';
import { overlook, overlookChange, refuseMore } from './overlook.ts';

const powerLevels = 'm.room.power_levels';

const free = 'levels-of-notifications-are-free-before-version-6';

/** Each list of levels, the scenario that tries it, and those that do so in every version. */
const lists = [
  ['events', 'levels-of-event-types-are-changed-up-to-ones-own', inEveryVersion],
  ['notifications', 'levels-of-notifications-are-changed-up-to-ones-own', inEveryVersion.slice(2)],
] as const;

/** Faults in who may change the levels of event types and notifications. */
export const listMutants: readonly Mutant[] = [
  ...lists.flatMap(([list, scenario, everywhere]): readonly Mutant[] => {
    const seen = killedBy(powerLevels, scenario);
    const have = (content: Readonly<Record<string, unknown>>) =>
      Object.entries(isObject(content[list]) ? content[list] : {});
    return [
      {
        id: `an-entry-of-${list}-is-added-above-ones-own-level`,
        fault: `Who may set levels may add an entry of ${list} above their own.`,
        killedBy: [...seen, ...everywhere],
        mutate: (homeserver) => overlookChange(homeserver, list, ({ from }) => from === undefined),
      },
      {
        id: `an-entry-of-${list}-is-raised-above-ones-own-level`,
        fault: `Who may set levels may raise an entry of ${list} above their own.`,
        killedBy: seen,
        mutate: (homeserver) =>
          overlookChange(
            homeserver,
            list,
            ({ from, to = 0, power }) => from !== undefined && from <= power && to > power,
          ),
      },
      {
        id: `an-entry-of-${list}-is-lowered-from-above-ones-own-level`,
        fault: `Who may set levels may lower an entry of ${list} that is above their own.`,
        killedBy: seen,
        mutate: (homeserver) =>
          overlookChange(
            homeserver,
            list,
            ({ from = 0, to, power }) => to !== undefined && from > power,
          ),
      },
      {
        id: `an-entry-of-${list}-is-removed-from-above-ones-own-level`,
        fault: `Who may set levels may take away an entry of ${list} that is above their own.`,
        killedBy: seen,
        mutate: (homeserver) => overlookChange(homeserver, list, ({ to }) => to === undefined),
      },
      {
        id: `${list}-are-removed-as-a-whole`,
        fault: `Who may set levels may leave out ${list}, whatever was there.`,
        killedBy: seen,
        mutate: (homeserver) =>
          overlook(homeserver, ({ content, current }) =>
            content[list] === undefined ? { ...content, [list]: current[list] } : content,
          ),
      },
      {
        id: `an-entry-of-${list}-is-not-changed-at-ones-own-level`,
        fault: `An entry of ${list} that is at the own level may not be changed.`,
        killedBy: seen,
        mutate: (homeserver) =>
          refuseMore(homeserver, ({ content, current, power }) =>
            have(current).some(
              ([name, level]) =>
                level === power &&
                power < 100 &&
                have(content).some(([of, now]) => of === name && now !== level),
            ),
          ),
      },
      {
        id: `an-entry-of-${list}-is-not-removed-at-ones-own-level`,
        fault: `An entry of ${list} that is at the own level may not be taken away.`,
        killedBy: [
          ...seen,
          ...everywhere,
          ...(list === 'notifications' ? killedBy(powerLevels, free) : []),
        ],
        mutate: (homeserver) =>
          refuseMore(homeserver, ({ content, current, power }) =>
            have(current).some(
              ([name, level]) =>
                level === power && power < 100 && have(content).every(([of]) => of !== name),
            ),
          ),
      },
      {
        id: `an-entry-of-${list}-is-not-added-at-ones-own-level`,
        fault: `An entry of ${list} may be set to one below the own level, and not to it.`,
        killedBy: [...seen, ...everywhere],
        mutate: (homeserver) =>
          refuseMore(homeserver, ({ content, current, power }) =>
            have(content).some(
              ([name, level]) =>
                level === power && power < 100 && have(current).every(([of]) => of !== name),
            ),
          ),
      },
    ];
  }),
  {
    id: 'the-level-of-power-levels-is-not-guarded',
    fault: 'Who may set levels may set that of m.room.power_levels above their own.',
    killedBy: killedBy(powerLevels, lists[0][1]),
    mutate: (homeserver) =>
      overlookChange(homeserver, 'events', ({ name }) => name === powerLevels),
  },
  {
    id: 'only-the-notification-room-is-guarded',
    fault: 'Of notifications only room is held against the own level.',
    killedBy: killedBy(powerLevels, lists[1][1]),
    mutate: (homeserver) =>
      overlookChange(homeserver, 'notifications', ({ name }) => name !== 'room'),
  },
  {
    id: 'notifications-are-guarded-in-old-rooms',
    fault: 'Levels of notifications are held against the own one in rooms of version 1 to 5, too.',
    killedBy: killedBy(powerLevels, free),
    mutate: (homeserver) =>
      refuseMore(homeserver, ({ content, power, room }) => {
        const { notifications } = content;
        const all = isObject(notifications) ? Object.values(notifications) : [];
        return Number(room.version) < 6 && all.some((level) => Number(level) > power);
      }),
  },
  {
    id: 'notifications-above-ones-own-level-stay-in-old-rooms',
    fault: 'In rooms of version 4 a level of a notification above the own is not lowered.',
    killedBy: killedBy(powerLevels, free),
    mutate: (homeserver) =>
      refuseMore(homeserver, ({ content, current, power, room }) => {
        const before = isObject(current.notifications) ? current.notifications : {};
        const after = isObject(content.notifications) ? content.notifications : {};
        const isLowered = ([name, level]: [string, unknown]) =>
          Number(level) > power && after[name] !== level;
        return room.version === '4' && Object.entries(before).some(isLowered);
      }),
  },
];
