import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { ok } from '../../http/call.ts';
import type { Room } from '../../rooms/room.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { joinRuleOf, mayInvite } from '../../rules/membership-rules.ts';
import { changeRefusal } from '../change-refusal.ts';
import { sendUnchecked } from '../room_state/send-unchecked.ts';
import { breakOn } from './break-on.ts';
import { draftOf } from './draft-of.ts';
import { faults } from './faults.ts';
import { now } from './now.ts';
import { own } from './own.ts';
import { permit } from './permit.ts';

const none = 'who-meets-no-condition-may-not-join-a-restricted-room';
const early = 'a-join-rule-that-the-version-does-not-know-lets-nobody-in';
const met = 'a-join-of-who-meets-a-condition-is-answered';
const join = own('join');
const voucher = 'join_authorised_via_users_server';

/** The rooms that the join rules of a room name. */
function allowedBy({ rooms }: Homeserver, room: Room): readonly Room[] {
  const { allow } = stateEvent(room.state, 'm.room.join_rules')?.content ?? {};
  const ids = (Array.isArray(allow) ? allow.filter(isObject) : []).map(({ room_id: id }) => id);
  return ids.flatMap((id) => rooms.get(String(id)) ?? []);
}

const isRestricted = (room: Room) => String(joinRuleOf(room)).endsWith('restricted');

/** Faults in rooms that let the members of other rooms in. */
export const restrictedMutants = faults([
  [
    'a-restricted-room-is-public',
    'Everybody may join a restricted room in the versions that know the rule.',
    none,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) => join(event, room) && isRestricted(room) && Number(room.version) >= 11,
      ),
  ],
  [
    'knock-restricted-is-public',
    'Everybody may join a room whose join rule is knock_restricted, in version 10.',
    none,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          join(event, room) && joinRuleOf(room) === 'knock_restricted' && room.version === '10',
      ),
  ],
  [
    'who-was-in-an-allowed-room-joins',
    'Who once was in an allowed room may join a restricted one.',
    none,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          join(event, room) &&
          isRestricted(room) &&
          Number(room.version) >= 8 &&
          allowedBy(homeserver, room).some((other) => now(other, event.sender) === 'leave'),
      ),
  ],
  [
    'any-condition-is-one-of-membership',
    'Who is in a room that a condition names may join, of whatever type the condition is.',
    none,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          join(event, room) &&
          isRestricted(room) &&
          Number(room.version) >= 8 &&
          allowedBy(homeserver, room).length === 3 &&
          allowedBy(homeserver, room).some((other) => now(other, event.sender) === 'join'),
      ),
  ],
  [
    'who-names-a-member-joins',
    'Who names a member who may invite may join a restricted room.',
    none,
    (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', (_, call) => {
        const put = draftOf(homeserver, call);
        const named = call.body[voucher];
        if (put === undefined || !isRestricted(put.room) || Number(put.room.version) < 10) return;
        if (typeof named !== 'string' || !mayInvite(put.room, named)) return undefined;
        sendUnchecked(homeserver, put.room, put.event);
        return ok({ event_id: put.room.events.at(-1)?.id });
      }),
  ],
  [
    'restricted-is-known-before-version-8',
    'The join rule restricted lets the members of other rooms in before version 8, too.',
    early,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          join(event, room) && joinRuleOf(room) === 'restricted' && Number(room.version) < 8,
      ),
  ],
  [
    'knock-restricted-is-known-before-version-10',
    'The join rule knock_restricted lets the members of other rooms in before version 10, too.',
    early,
    (homeserver) =>
      permit(
        homeserver,
        (event, room) =>
          join(event, room) &&
          joinRuleOf(room) === 'knock_restricted' &&
          ['8', '9'].includes(room.version),
      ),
  ],
  [
    'a-restricted-join-by-put-breaks-the-homeserver',
    'The homeserver breaks down where who meets a condition joins by a PUT.',
    met,
    (homeserver) =>
      breakOn(
        homeserver,
        (event, room) =>
          join(event, room) &&
          joinRuleOf(room) === 'restricted' &&
          Number(room.version) >= 8 &&
          allowedBy(homeserver, room).length === 1 &&
          allowedBy(homeserver, room).some((other) => now(other, event.sender) === 'join'),
      ),
  ],
]);
