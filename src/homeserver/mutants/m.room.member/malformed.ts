import { isObject } from '../../events/json.ts';
import { breakOn } from './break-on.ts';
import { changePut } from './change-put.ts';
import { type Fault, faults } from './faults.ts';
import { now } from './now.ts';
import { permit } from './permit.ts';

const absent = 'a-membership-has-to-be-there';
const unknown = 'an-unknown-membership-is-rejected';
const words = 'kick-and-unban-are-no-memberships';
const key = 'the-key-of-a-membership-is-a-user-id';

const shapes: readonly Fault[] = (
  [
    ['nothing', (given, content) => given === undefined && Object.keys(content).length === 0],
    ['a-profile', (given, content) => given === undefined && content.displayname !== undefined],
    ['null', (given) => given === null],
    ['a-number', (given) => typeof given === 'number'],
    ['a-boolean', (given) => typeof given === 'boolean'],
    ['an-empty-list', (given) => Array.isArray(given) && given.length === 0],
    ['a-list', (given) => Array.isArray(given) && given.length > 0],
    ['an-object', isObject],
    ['a-reason', (given, content) => given === undefined && content.reason === 'none'],
  ] as readonly [string, (given: unknown, content: Readonly<Record<string, unknown>>) => boolean][]
).map(([what, isOne]) => [
  `${what}-is-a-membership`,
  `A membership event may hold ${what.replaceAll('-', ' ')} in place of a membership.`,
  absent,
  (homeserver) => permit(homeserver, ({ content }) => isOne(content.membership, content)),
]);

const odd: readonly Fault[] = (
  [
    ['the-empty-string', ''],
    ['joined', 'joined'],
    ['a-control-character', 'join\u0000'],
    ['a-namespaced-one', 'org.example.lurk'],
    ['left', 'left'],
    ['banned', 'banned'],
    ['remove', 'remove'],
    ['constructor', 'constructor'],
  ] as const
).map(([what, membership]) => [
  `${what}-is-a-known-membership`,
  `The membership ${JSON.stringify(membership)} is taken.`,
  unknown,
  (homeserver) => permit(homeserver, ({ content }) => content.membership === membership),
]);

/** What is read as another membership, and how. */
const corrected: readonly Fault[] = (
  [
    ['capitals-are-read-as-small', unknown, (text) => text.toLowerCase()],
    ['spaces-around-are-cut-off', unknown, (text) => text.trim()],
    ['kick-is-read-as-leave', words, (text) => (text === 'kick' ? 'leave' : text)],
    ['unban-is-read-as-leave', words, (text) => (text === 'unban' ? 'leave' : text)],
  ] as readonly [string, string, (text: string) => string][]
).map(([what, scenario, read]) => [
  `in-a-membership-${what}`,
  `In a membership ${what.replaceAll('-', ' ')}.`,
  scenario,
  (homeserver) =>
    changePut(
      homeserver,
      ({ content }) => typeof content.membership === 'string',
      (content) => ({ ...content, membership: read(String(content.membership)) }),
    ),
]);

const keys: readonly Fault[] = (
  [
    ['the-empty-key', (given) => given === ''],
    ['a-name', (given) => /^[a-z]+$/.test(given)],
    ['a-sigil-alone', (given) => given === '@'],
    ['a-name-without-a-server', (given) => /^@[^:]+$/.test(given)],
    ['a-user-id-without-its-sigil', (given) => /^[^@#].*:/.test(given)],
    ['a-room-alias', (given) => given.startsWith('#')],
  ] as readonly [string, (given: string) => boolean][]
).map(([what, isOne]) => [
  `${what}-has-a-membership`,
  `The state key of a membership may be ${what.replaceAll('-', ' ')}.`,
  key,
  (homeserver) =>
    permit(
      homeserver,
      ({ stateKey = '', content }) => content.membership === 'invite' && isOne(stateKey),
    ),
]);

/** Faults in what is a membership, and whose. */
export const malformedMemberMutants = faults([
  ...shapes,
  ...odd,
  ...corrected,
  [
    'kick-is-a-membership-of-its-own',
    'The membership kick is stored as it is.',
    words,
    (homeserver) => permit(homeserver, ({ content }) => content.membership === 'kick'),
  ],
  [
    'unban-is-a-membership-of-its-own',
    'The membership unban is stored for who is banned.',
    words,
    (homeserver) =>
      permit(
        homeserver,
        ({ content, stateKey }, room) =>
          content.membership === 'unban' && now(room, stateKey) === 'ban',
      ),
  ],
  [
    'an-unknown-membership-breaks-the-homeserver',
    'The homeserver breaks down on a membership that it does not know.',
    unknown,
    (homeserver) => breakOn(homeserver, ({ content }) => content.membership === 'banned'),
  ],
  [
    'a-membership-that-is-no-string-breaks-the-homeserver',
    'The homeserver breaks down on a membership that is an object.',
    absent,
    (homeserver) => breakOn(homeserver, ({ content }) => isObject(content.membership)),
  ],
  ...keys,
  [
    'anything-may-be-banned',
    'The state key of a ban may be anything.',
    key,
    (homeserver) =>
      permit(
        homeserver,
        ({ stateKey = '', content }) => content.membership === 'ban' && !stateKey.includes(':'),
      ),
  ],
]);
