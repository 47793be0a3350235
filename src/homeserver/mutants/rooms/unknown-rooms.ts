import { breakDown } from '../break-down.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const unknown = killedBy('rooms', 'reading-an-unknown-room-is-answered-in-good-order');

const operations = {
  getRoomStateWithKey: 'an entry',
  getRoomState: 'the full state',
  getMembersByRoom: 'the members',
  getJoinedMembersByRoom: 'the joined members',
  getOneRoomEvent: 'an event',
} as const;

const forms: Readonly<Record<string, RegExp>> = {
  elsewhere: /^!.*:elsewhere/,
  'without a domain': /^!A+$/,
  'by an alias': /^#/,
  'by no id': /^garden$/,
};

/** Faults in what is answered for a room that there is not. */
export const unknownRoomMutants: readonly Mutant[] = [
  ...Object.entries(operations).flatMap(([operationId, what]) =>
    Object.entries(forms).map(
      ([form, pattern]): Mutant => ({
        id: `${what}-of-an-unknown-room-${form}-breaks-down`.replaceAll(' ', '-'),
        fault: `Reading ${what} of an unknown room ${form} fails.`,
        killedBy: unknown,
        mutate: (homeserver) =>
          breakDown(homeserver, operationId, ({ params }) => pattern.test(params.roomId ?? '')),
      }),
    ),
  ),
  {
    id: 'the-full-state-of-no-room-is-refused-without-a-code',
    fault: 'Reading the full state of an unknown room is refused without an errcode.',
    killedBy: unknown,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'getRoomState', (_, { params }) =>
        homeserver.rooms.has(params.roomId ?? '')
          ? undefined
          : { status: 404, body: { error: 'There is no such room' } },
      ),
  },
];
