import { joinRuleOf } from '../../rules/membership-rules.ts';
import { changePut, without } from './change-put.ts';
import { faults } from './faults.ts';
import { follow } from './follow.ts';
import { forbid } from './forbid.ts';
import { isCreator, now } from './now.ts';
import { own } from './own.ts';
import type { Case } from './permit.ts';
import { tellMembers } from './tell-members.ts';

const scenario = 'a-member-changes-their-own-profile-in-the-room';
const join = own('join');
const changes: Case = (event, room) =>
  join(event, room) &&
  now(room, event.sender) === 'join' &&
  joinRuleOf(room) === 'invite' &&
  event.content.displayname !== undefined;

/** Faults in what a member says of themselves in a room. */
export const ownProfileMutants = faults([
  [
    'a-profile-changes-with-an-invite-alone',
    'A member of a room for the invited needs another invite to change their profile.',
    scenario,
    (homeserver) => forbid(homeserver, changes),
  ],
  [
    'a-creator-does-not-change-their-profile',
    'The creator of a room may not change their profile in it.',
    scenario,
    (homeserver) =>
      forbid(homeserver, (event, room) => changes(event, room) && isCreator(room, event.sender)),
  ],
  [
    'a-displayname-is-not-stored',
    'A displayname that is put is not stored.',
    scenario,
    (homeserver) => changePut(homeserver, changes, without('displayname')),
  ],
  [
    'an-avatar-is-not-stored',
    'An avatar_url that is put is not stored.',
    scenario,
    (homeserver) => changePut(homeserver, changes, without('avatar_url')),
  ],
  [
    'a-displayname-loses-its-emoji',
    'A displayname is stored without what is not of the basic plane.',
    scenario,
    (homeserver) =>
      changePut(homeserver, changes, (content) => ({
        ...content,
        displayname: String(content.displayname).replace(/[\ud800-\udfff]/g, ''),
      })),
  ],
  [
    'a-profile-changes-once',
    'A second change of a profile in a room is answered, and not stored.',
    scenario,
    (homeserver) =>
      follow(homeserver, (event) => {
        const old = event.replaced?.content;
        if (old?.displayname !== undefined && old.avatar_url !== undefined) event.content = old;
      }),
  ],
  [
    'a-profile-is-that-of-everybody',
    'A change of a profile changes that of the creator, too.',
    scenario,
    (homeserver) =>
      follow(homeserver, ({ content, sender }, room) => {
        const [create] = room.events;
        if (content.avatar_url === undefined || create?.sender === sender) return;
        const creator = room.events.find(({ stateKey }) => stateKey === create?.sender);
        if (creator !== undefined) creator.content = { ...creator.content, ...content };
      }),
  ],
  [
    'a-profile-is-listed-as-it-was',
    'The list of members tells the profile that a member had before.',
    scenario,
    (homeserver) =>
      tellMembers(
        homeserver,
        ({ content, replaced }) =>
          content.avatar_url !== undefined && replaced?.content.membership === 'join',
        (told, { replaced }) => ({ ...told, content: replaced?.content }),
      ),
  ],
]);
