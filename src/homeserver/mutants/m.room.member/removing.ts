import type { RoomEvent } from '../../events/room-event.ts';
import { answerBefore } from './answer-before.ts';
import { type Fault, faults } from './faults.ts';
import { follow } from './follow.ts';
import { letWrite } from './let-write.ts';
import { syncAs } from './sync-as.ts';
import { tellMembers } from './tell-members.ts';

/** What is wrong with who is put out of a room, for a kick and for a ban. */
const removed: readonly Fault[] = (
  [
    ['kicked', 'leave', 'a-member-who-is-kicked-is-out'],
    ['banned', 'ban', 'a-member-who-is-banned-is-out'],
  ] as const
).flatMap(([what, to, scenario]): readonly Fault[] => {
  const isOne = ({ content, sender, stateKey, replaced }: RoomEvent) =>
    content.membership === to &&
    content.reason === 'Enough of it' &&
    sender !== stateKey &&
    replaced?.content.membership === 'join';
  return [
    [
      `who-is-${what}-writes`,
      `Who is ${what} by a PUT may write still.`,
      scenario,
      (homeserver) => letWrite(homeserver, isOne, true),
    ],
    [
      `who-is-${what}-syncs-the-room`,
      `Who is ${what} by a PUT has the room in sync still.`,
      scenario,
      (homeserver) => syncAs(homeserver, isOne, 'join'),
    ],
    [
      `who-is-${what}-is-listed-as-joined`,
      `The list of members tells who is ${what} as joined.`,
      scenario,
      (homeserver) =>
        tellMembers(homeserver, isOne, (told, { replaced }) => ({
          ...told,
          content: replaced?.content,
        })),
    ],
    [
      `who-is-${what}-is-listed-as-the-sender`,
      `The list of members tells who is ${what} as having done it themselves.`,
      scenario,
      (homeserver) =>
        tellMembers(homeserver, isOne, (told) => ({ ...told, sender: told.state_key })),
    ],
    [
      `who-is-${what}-has-an-event-of-before`,
      `A PUT by which somebody is ${what} is answered with the event that it replaces.`,
      scenario,
      (homeserver) => answerBefore(homeserver, isOne),
    ],
    [
      `who-is-${what}-stays`,
      `A PUT by which somebody is ${what} for a reason is answered, and they stay.`,
      scenario,
      (homeserver) =>
        follow(homeserver, (event) => {
          if (isOne(event) && event.replaced !== undefined) event.content = event.replaced.content;
        }),
    ],
    [
      `who-is-${what}-is-not-told-why`,
      `The reason for which somebody is ${what} is cut off.`,
      scenario,
      (homeserver) =>
        follow(homeserver, (event) => {
          if (isOne(event)) event.content = { ...event.content, reason: 'Enough' };
        }),
    ],
  ];
});

/** Faults in what becomes of who is put out of a room. */
export const removingMutants = faults(removed);
