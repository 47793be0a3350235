import { type Fault, faults } from './faults.ts';
import { forbid } from './forbid.ts';
import { before, isCreator, now } from './now.ts';
import { anothers, own } from './own.ts';
import { permit } from './permit.ts';

const invite = anothers('invite');

/** Who invites whom, who is in the room already. */
const present: readonly Fault[] = [true, false].flatMap((byCreator) =>
  [true, false].map((self): Fault => {
    const who = byCreator ? 'a-creator' : 'a-member';
    return [
      `${who}-invites-${self ? 'themselves' : 'who-is-there'}`,
      `${byCreator ? 'A creator' : 'A member'} may invite ${self ? 'themselves' : 'a joined member'}.`,
      'who-is-in-the-room-cannot-be-invited',
      (homeserver) =>
        permit(
          homeserver,
          (event, room) =>
            (self ? own('invite') : invite)(event, room) &&
            isCreator(room, event.sender) === byCreator &&
            now(room, event.sender) === 'join' &&
            now(room, event.stateKey) === 'join',
        ),
    ];
  }),
);

/** Who invites without being in the room. */
const outsiders: readonly Fault[] = (
  [
    ['never-came-invites-another', 'never', false],
    ['never-came-invites-themselves', 'never', true],
    ['left-invites-another', 'leave', false],
    ['left-invites-themselves', 'leave', true],
    ['is-invited-invites-another', 'invite', false],
  ] as const
).map(([what, is, self]) => [
  `who-${what}`,
  `Who ${what.replaceAll('-', ' ').replace(' invites', ', invites')}.`,
  'who-is-not-in-the-room-invites-nobody',
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        (self ? own('invite') : invite)(event, room) &&
        now(room, event.sender) === is &&
        !isCreator(room, event.sender),
    ),
]);

/** Faults in who may invite, and whom. */
export const forbiddenInviteMutants = faults([
  ...present,
  [
    'a-creator-invites-who-is-banned',
    'A creator may invite who is banned.',
    'who-is-banned-cannot-be-invited',
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          invite(event, room) &&
          isCreator(room, event.sender) &&
          now(room, event.stateKey) === 'ban' &&
          event.content.third_party_invite === undefined,
      ),
  ],
  [
    'who-was-banned-is-not-invited-again',
    'Who was banned cannot be invited once they are unbanned.',
    ['who-is-banned-cannot-be-invited', 'an-unban-lets-the-user-back-in'],
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) => invite(event, room) && before(room, event.stateKey) === 'ban',
      ),
  ],
  [
    'who-was-banned-unseen-is-not-invited-again',
    'Who was banned without ever being in the room cannot be invited once they are unbanned.',
    'who-is-banned-cannot-be-invited',
    (homeserver) =>
      forbid(
        homeserver,
        (event, room) =>
          invite(event, room) &&
          before(room, event.stateKey) === 'ban' &&
          !room.events.some(
            ({ stateKey, content }) => stateKey === event.stateKey && content.membership === 'join',
          ),
      ),
  ],
  ...outsiders,
]);
