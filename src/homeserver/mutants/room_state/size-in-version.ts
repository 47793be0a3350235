import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { measureEvents } from './measure-events.ts';
import { requestUnderWay } from './request-under-way.ts';

const byVersion = killedBy('room_state', 'size-limits-hold-in-every-room-version');

/** Does not measure names in rooms of a version. */
function spareNames(homeserver: Homeserver, version: string): void {
  const request = requestUnderWay(homeserver);
  const { size } = homeserver.checks;
  homeserver.checks.size = (draft) => {
    const isSpared = homeserver.rooms.get(request.roomId)?.version === version;
    if (!isSpared) size(draft);
  };
}

/** Faults in the sizes of one room version, of one form of the path, and of what is escaped. */
export const sizeInVersionMutants: readonly Mutant[] = [
  ...['1', '3', '4', '6', '9', '10'].map(
    (version): Mutant => ({
      id: `names-have-no-limit-in-version-${version}`,
      fault: `In rooms of version ${version} keys and types may have any length.`,
      killedBy: byVersion,
      mutate: (homeserver) => spareNames(homeserver, version),
    }),
  ),
  ...(['2', '5', '8'] as const).map(
    (version): Mutant => ({
      id: `events-have-no-limit-in-version-${version}`,
      fault: `In rooms of version ${version} events may have any size.`,
      killedBy: byVersion,
      mutate: (homeserver) => {
        const { identify } = homeserver;
        homeserver.identify = (pdu, of, name) => {
          const { id, size } = identify(pdu, of, name);
          return { id, size: of === version ? 0 : size };
        };
      },
    }),
  ),
  ...(['with the slash', 'without the slash'] as const).map(
    (form): Mutant => ({
      id: `types-have-no-limit-${form.replaceAll(' ', '-')}`,
      fault: `A type may have any length in a path ${form}.`,
      killedBy: killedBy('room_state', 'an-event-type-over-255-bytes-is-refused'),
      mutate: (homeserver) => {
        const request = requestUnderWay(homeserver);
        const { size } = homeserver.checks;
        homeserver.checks.size = (draft) => {
          if (request.form !== form) size(draft);
        };
      },
    }),
  ),
  {
    id: 'events-are-measured-before-they-are-escaped',
    fault: 'What JSON has to escape counts as if it had not.',
    killedBy: killedBy('room_state', 'an-event-over-65536-bytes-is-refused'),
    mutate: (homeserver) =>
      measureEvents(homeserver, ({ content: { text } }, size) => {
        if (typeof text !== 'string') return size;
        return size - Buffer.byteLength(JSON.stringify(text)) + Buffer.byteLength(text);
      }),
  },
];
