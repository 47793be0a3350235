import { isObject, type JsonObject } from '../../events/json.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { levelOf } from '../../rules/power.ts';
import { acceptedThirdPartyInvite } from '../../rules/third-party-invite.ts';
import { breakOn } from './break-on.ts';
import { type Fault, faults } from './faults.ts';
import { now } from './now.ts';
import { type Case, permit } from './permit.ts';

const malformed = 'a-malformed-third-party-invite-is-rejected';
const forged = 'a-forged-third-party-invite-is-rejected';

const givenIn = (content: JsonObject) =>
  isObject(content.third_party_invite) ? content.third_party_invite : undefined;
const signedIn = (content: JsonObject) => {
  const signed = givenIn(content)?.signed;
  return isObject(signed) ? signed : undefined;
};

/** What a third-party invite lacks, and is taken all the same. */
const lacking: readonly Fault[] = (
  [
    ['a-signed', (content) => givenIn(content) !== undefined && !signedIn(content)],
    ['all-that-is-signed', (content) => Object.keys(signedIn(content) ?? { a: 1 }).length === 0],
    ['a-mxid', (content) => lacks(content, 'mxid', 'token')],
    ['a-token', (content) => lacks(content, 'token', 'mxid')],
    ['signatures', (content) => lacks(content, 'signatures', 'mxid')],
    [
      'any-signature',
      (content) => {
        const signatures = signedIn(content)?.signatures;
        return isObject(signatures) && Object.keys(signatures).length === 0;
      },
    ],
  ] as readonly [string, (content: JsonObject) => boolean][]
).map(([what, isOne]) => [
  `a-third-party-invite-needs-not-have-${what}`,
  `A third-party invite is taken without ${what.replaceAll('-', ' ')}.`,
  malformed,
  (homeserver) => permit(homeserver, ({ content }) => isOne(content)),
]);

function lacks(content: JsonObject, name: string, beside: string): boolean {
  const signed = signedIn(content);
  return signed !== undefined && signed[name] === undefined && signed[beside] !== undefined;
}

/** The third-party invite that a token names. */
function named({ content }: { readonly content: JsonObject }, room: Parameters<Case>[1]) {
  const token = signedIn(content)?.token;
  return typeof token === 'string'
    ? stateEvent(room.state, 'm.room.third_party_invite', token)
    : undefined;
}

/** What of a third-party invite is not looked at. */
const unseen: readonly Fault[] = (
  [
    ['whose-it-is', (event) => signedIn(event.content)?.mxid !== event.stateKey],
    [
      'which-invite-it-is',
      (event, room) => named(event, room) === undefined && isWhole(event.content),
    ],
    [
      'who-invited',
      (event, room) => {
        const sender = named(event, room)?.sender;
        return sender !== undefined && sender !== event.sender;
      },
    ],
    [
      'whether-the-user-is-banned',
      (event, room) => now(room, event.stateKey) === 'ban' && signedIn(event.content) !== undefined,
    ],
    ['what-was-signed', (event) => signedIn(event.content)?.['org.example.not'] === 'signed'],
  ] as readonly [string, Case][]
).map(([what, isOne]) => [
  `a-third-party-invite-goes-without-${what}`,
  `Of a third-party invite it is not looked at ${what.replaceAll('-', ' ')}.`,
  forged,
  (homeserver) =>
    permit(
      homeserver,
      (event, room) =>
        event.content.membership === 'invite' && isWhole(event.content) && isOne(event, room),
    ),
]);

function isWhole(content: JsonObject): boolean {
  const { mxid, token, signatures } = signedIn(content) ?? {};
  const isSigned = isObject(signatures) && Object.keys(signatures).length > 0;
  return typeof mxid === 'string' && typeof token === 'string' && isSigned;
}

/** Faults in invites that show a third-party invite. */
export const thirdPartyMutants = faults([
  ...lacking,
  ...unseen,
  [
    'a-third-party-invite-is-signed-by-anybody',
    'A third-party invite may be signed with any key.',
    forged,
    (homeserver) =>
      permit(homeserver, (event, room) => {
        const isHers = named(event, room)?.sender === event.sender;
        const isFree = now(room, event.stateKey) !== 'ban';
        const isTheirs = signedIn(event.content)?.mxid === event.stateKey;
        return isHers && isFree && isTheirs && isWhole(event.content);
      }),
  ],
  [
    'a-third-party-invite-without-a-signed-breaks-the-homeserver',
    'The homeserver breaks down on a third-party invite without a signed.',
    malformed,
    (homeserver) =>
      breakOn(homeserver, ({ content }) => givenIn(content) !== undefined && !signedIn(content)),
  ],
  [
    'a-valid-third-party-invite-breaks-the-homeserver',
    'The homeserver breaks down on a third-party invite that is as it should be.',
    'a-valid-third-party-invite-is-answered',
    (homeserver) =>
      breakOn(
        homeserver,
        (event, room) =>
          givenIn(event.content) !== undefined &&
          levelOf(room, 'invite') === 50 &&
          acceptedThirdPartyInvite(event, room) === undefined,
      ),
  ],
]);
