import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { joinRuleOf } from '../../rules/membership-rules.ts';
import { changeCall } from '../change-call.ts';
import { type Fault, faults } from './faults.ts';
import { now } from './now.ts';
import { own } from './own.ts';
import { type Case, permit } from './permit.ts';

const join = own('join');
const accepted = 'an-invite-is-accepted-whatever-the-join-rule';
const unknown = 'an-unknown-join-rule-lets-not-even-the-invited-in';

/** Refuses memberships of some kind, in whatever way they are asked for. */
function reject({ checks }: Homeserver, isRejected: Case): void {
  const { authorisation } = checks;
  checks.authorisation = (event, room) => {
    if (event.type === 'm.room.member' && isRejected(event, room)) {
      throw new MatrixError(403, 'M_FORBIDDEN', 'You are not invited');
    }
    authorisation(event, room);
  };
}

/** The join rules by which an invite may count for nothing, and the first version to tell. */
const uncounted: readonly Fault[] = (
  [
    ['knock', 7, []],
    ['knock', 8, []],
    ['restricted', 8, ['who-meets-no-condition-may-not-join-a-restricted-room']],
    ['knock_restricted', 10, ['who-meets-no-condition-may-not-join-a-restricted-room']],
    ['knock_restricted', 11, []],
  ] as readonly [string, number, readonly string[]][]
).map(([rule, since, more]) => [
  `an-invite-is-not-accepted-by-${rule.replace('_', '-')}-in-version-${since}`,
  `With the join rule ${rule} an invite cannot be accepted in rooms of version ${since}${more.length > 0 ? ' or later' : ''}.`,
  [accepted, ...more],
  (homeserver) =>
    reject(
      homeserver,
      (event, room) =>
        join(event, room) &&
        now(room, event.sender) === 'invite' &&
        joinRuleOf(room) === rule &&
        (more.length > 0 ? Number(room.version) >= since : room.version === `${since}`),
    ),
]);

/** The operation by which an invite is not accepted where the join rule is new. */
const unaccepted: readonly Fault[] = (['joinRoomById', 'joinRoom'] as const).map((operationId) => [
  `an-invite-to-a-restricted-room-is-not-accepted-by-${operationId.toLowerCase().replace('room', '-room')}`,
  `With the join rule restricted an invite cannot be accepted by ${operationId}.`,
  accepted,
  (homeserver) =>
    changeCall(homeserver, operationId, ({ params, sender }) => {
      const room = homeserver.rooms.get(params.roomId ?? params.roomIdOrAlias ?? '');
      if (room?.version !== '8' || joinRuleOf(room) !== 'restricted') return {};
      if (now(room, sender) !== 'invite') return {};
      throw new MatrixError(403, 'M_FORBIDDEN', 'You meet no condition of the room');
    }),
]);

const strangers: readonly Fault[] = (
  [
    ['knock', '7'],
    ['restricted', '9'],
    ['knock_restricted', '11'],
  ] as const
).map(([rule, version]) => [
  `anybody-joins-a-room-by-${rule.replace('_', '-')}-in-version-${version}`,
  `In rooms of version ${version} anybody may join where the join rule is ${rule}.`,
  version === '9' ? [accepted, 'who-meets-no-condition-may-not-join-a-restricted-room'] : accepted,
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        join(event, room) &&
        now(room, event.sender) === 'never' &&
        room.version === version &&
        joinRuleOf(room) === rule,
    ),
]);

const unnamed: readonly Fault[] = (
  [
    ['private', 'private'],
    ['that-is-unknown', 'org.example.rule'],
  ] as const
).map(([name, rule]) => [
  `the-invited-join-by-a-rule-${name}`,
  `Who is invited may join where the join rule is ${rule}.`,
  unknown,
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        join(event, room) && now(room, event.sender) === 'invite' && joinRuleOf(room) === rule,
    ),
]);

/** Faults in who joins by which join rule. */
export const acceptingMutants = faults([...uncounted, ...unaccepted, ...strangers, ...unnamed]);
