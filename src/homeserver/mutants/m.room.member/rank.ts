import { powerOf } from '../../rules/power.ts';
import { type Fault, faults } from './faults.ts';
import { forbid } from './forbid.ts';
import { isCreator, now } from './now.ts';
import { anothers, own } from './own.ts';
import { permit } from './permit.ts';

const rank = 'who-has-as-much-power-is-neither-kicked-nor-banned';
const self = 'nobody-bans-themselves';
const gone = 'who-left-the-room-moderates-nobody';

/** What is put for whom, by what they are. */
const deeds = [
  ['kicks', 'leave', 'join'],
  ['unbans', 'leave', 'ban'],
  ['bans', 'ban', 'join'],
  ['bans-absent', 'ban', 'leave'],
] as const;

const equals = deeds.flatMap(([deed, to, is]) =>
  [0, 1].map(
    (by): Fault => [
      `a-moderator-${deed}-who-has-${by === 0 ? 'as-much' : 'more'}-power`,
      `A moderator ${deed.replace('-', ' ')} who has ${by === 0 ? 'as much' : 'more'} power.`,
      rank,
      (homeserver) =>
        permit(
          homeserver,
          (event, room) =>
            anothers(to)(event, room) &&
            now(room, event.stateKey) === is &&
            now(room, event.sender) === 'join' &&
            powerOf(room, event.sender) === 50 &&
            powerOf(room, event.stateKey ?? '') === 50 + by &&
            !isCreator(room, event.stateKey),
        ),
    ],
  ),
);

const distant: readonly Fault[] = (['leave', 'ban'] as const).map((to) => [
  `a-moderator-needs-two-more-to-put-${to}`,
  `Who has just one level more than another may not put ${to} for them.`,
  rank,
  (homeserver) =>
    forbid(
      homeserver,
      (event, room) =>
        anothers(to)(event, room) &&
        powerOf(room, event.sender) === 50 &&
        powerOf(room, event.stateKey ?? '') === 49 &&
        !isCreator(room, event.stateKey),
    ),
]);

const selves: readonly Fault[] = (
  [
    ['a-member', (power) => power < 50],
    ['a-moderator', (power) => power === 50],
    ['an-administrator', (power) => power === 100],
    ['a-creator', (_, creates) => creates],
  ] as readonly [string, (power: number, creates: boolean) => boolean][]
).map(([who, isOne]) => [
  `${who}-bans-themselves`,
  `${who.replace(/^a/, 'A').replace('-', ' ')} may ban themselves.`,
  self,
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        own('ban')(event, room) &&
        isOne(powerOf(room, event.sender), isCreator(room, event.sender)),
    ),
]);

const absent = (['leave', 'invite'] as const).flatMap((being) =>
  deeds
    .slice(0, 3)
    .map(
      ([deed, to, is]): Fault => [
        `a-creator-in-${being}-${deed}`,
        `A creator whose membership is ${being} ${deed} others.`,
        gone,
        (homeserver) =>
          permit(
            homeserver,
            (event, room) =>
              anothers(to)(event, room) &&
              isCreator(room, event.sender) &&
              now(room, event.sender) === being &&
              (now(room, event.stateKey) === is ||
                (deed === 'bans' && is === 'join' && now(room, event.stateKey) === 'leave')),
          ),
      ],
    ),
);

/** Faults in who has power over whom. */
export const rankMutants = faults([...equals, ...distant, ...selves, ...absent]);
