import { rulesOf } from '../../rooms/room-version.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { overlook, overlookChange } from './overlook.ts';

const eras = [
  ['versions-1-and-2', '1', '2'],
  ['versions-3-to-5', '3', '4', '5'],
  ['versions-6-and-7', '6', '7'],
  ['versions-8-and-9', '8', '9'],
  ['versions-10-to-12', '10'],
] as const;

/** Faults of a homeserver that forgets about levels in rooms of one version. */
export const everyVersionMutants: readonly Mutant[] = [
  ...eras.flatMap(([era, ...versions]) =>
    versions.flatMap((version): readonly Mutant[] => {
      const seen = killedBy('m.room.power_levels', `levels-are-guarded-in-${era}`);
      const fault = (what: string) => `In rooms of version ${version} ${what}.`;
      return [
        {
          id: `levels-are-not-guarded-in-version-${version}`,
          fault: fault('whoever may set levels may set any'),
          killedBy: seen,
          mutate: ({ rules }) => {
            const { powerLevels } = rules;
            rules.powerLevels = (event, room) =>
              room.version === version ? undefined : powerLevels(event, room);
          },
        },
        {
          id: `equals-are-not-guarded-in-version-${version}`,
          fault: fault('who may set levels may take that of an equal'),
          killedBy: seen,
          mutate: (homeserver) =>
            overlookChange(
              homeserver,
              'users',
              ({ from, power, room, name, sender }) =>
                room.version === version && from === power && name !== sender,
            ),
        },
        {
          id: `new-levels-are-not-compared-in-version-${version}`,
          fault: fault('only what a level was is held against the own one, not what it becomes'),
          killedBy: seen,
          mutate: (homeserver) => {
            for (const list of [undefined, 'events', 'users'] as const) {
              overlookChange(
                homeserver,
                list,
                ({ from = 0, to = 0, power, room }) =>
                  room.version === version && from <= power && to > power,
              );
            }
          },
        },
      ];
    }),
  ),
  ...(['6', '8', '10'] as const).map(
    (version): Mutant => ({
      id: `notifications-are-not-guarded-in-version-${version}`,
      fault: `In rooms of version ${version} notifications are free, as they were before version 6.`,
      killedBy: killedBy(
        'm.room.power_levels',
        `levels-are-guarded-in-${eras.find(([, ...all]) => all.some((one) => one === version))?.[0]}`,
      ),
      mutate: (homeserver) =>
        overlook(homeserver, ({ content, current, room }) =>
          room.version === version && rulesOf(version).guardsNotifications
            ? { ...content, notifications: current.notifications }
            : content,
        ),
    }),
  ),
];
