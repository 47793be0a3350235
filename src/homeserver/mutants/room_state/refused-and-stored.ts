import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { type RequestUnderWay, requestUnderWay } from './request-under-way.ts';
import { sendUnchecked } from './send-unchecked.ts';

const missing = killedBy(
  'room_state',
  'a-request-without-a-token-is-refused',
  'answers-are-application-json',
  'cors-headers-stand-on-every-answer',
);
const unknown = killedBy(
  'room_state',
  'an-unknown-token-is-refused',
  'a-logged-out-token-is-refused',
  'the-token-of-a-deactivated-user-is-refused',
);

/** Leaves {} in the entry of the request that is being answered. */
function emptyEntry(homeserver: Homeserver, request: RequestUnderWay): void {
  const room = homeserver.rooms.get(request.roomId);
  const sender = room?.events[0]?.sender;
  if (room === undefined || sender === undefined || request.form === undefined) return;
  const { type, key: stateKey } = request;
  sendUnchecked(homeserver, room, { type, stateKey, sender, content: {} });
}

const bodies: readonly [what: string, scenario: string, isOne: (text: string) => boolean][] = [
  ['in single quotes', 'a-body-that-is-not-json-is-refused', (text) => text.startsWith("{'")],
  ['that is empty', 'an-empty-body-is-refused', (text) => text === ''],
  ['that is a list', 'a-body-that-is-no-object-is-refused', (text) => text.startsWith('[')],
  ['that is null', 'a-body-of-null-is-refused', (text) => text === 'null'],
];

const tokens: readonly [
  what: string,
  seen: readonly string[],
  isOne: (header: string | undefined, homeserver: Homeserver) => boolean,
][] = [
  ['without a token', missing, (header) => header === undefined],
  [
    'with an unknown token',
    unknown,
    (header, { sessions }) =>
      /^Bearer /.test(header ?? '') && !sessions.has(header?.slice('Bearer '.length) ?? ''),
  ],
  [
    'with another scheme',
    killedBy('room_state', 'a-token-in-another-scheme-is-refused'),
    (header) => header !== undefined && !header.startsWith('Bearer '),
  ],
];

const methods: readonly [method: string, ...seen: string[]][] = [
  ['POST', 'post-is-not-supported', 'cors-headers-stand-on-every-answer'],
  ['DELETE', 'an-unknown-method-is-refused'],
  ['PATCH', 'an-unknown-method-is-refused'],
];

/** Faults of a homeserver that refuses as it should, and has changed the state already. */
export const refusedAndStoredMutants: readonly Mutant[] = [
  {
    id: 'an-unknown-path-empties-the-entry',
    fault: 'A path with a segment too many is refused, and leaves {} in the entry before it.',
    killedBy: killedBy('room_state', 'an-unknown-path-is-refused'),
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      const { unknownPath } = homeserver.wire;
      homeserver.wire.unknownPath = (path) => {
        emptyEntry(homeserver, request);
        return unknownPath(path);
      };
    },
  },
  ...methods.map(
    ([method, ...seen]): Mutant => ({
      id: `a-${method.toLowerCase()}-empties-the-entry`,
      fault: `A ${method} is refused, and leaves {} in the entry.`,
      killedBy: killedBy('room_state', ...seen),
      mutate: (homeserver) => {
        const request = requestUnderWay(homeserver);
        const { wrongMethod } = homeserver.wire;
        homeserver.wire.wrongMethod = (wrong, path) => {
          if (wrong === method) emptyEntry(homeserver, request);
          return wrongMethod(wrong, path);
        };
      },
    }),
  ),
  ...bodies.map(
    ([what, scenario, isOne]): Mutant => ({
      id: `a-body-${what.replaceAll(' ', '-')}-empties-the-entry`,
      fault: `A body ${what} is refused, and leaves {} in the entry.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) => {
        const request = requestUnderWay(homeserver);
        const { parse } = homeserver.wire;
        homeserver.wire.parse = (text, type) => {
          if (isOne(text)) emptyEntry(homeserver, request);
          return parse(text, type);
        };
      },
    }),
  ),
  ...tokens.map(
    ([what, seen, isOne]): Mutant => ({
      id: `a-put-${what.replaceAll(' ', '-')}-empties-the-entry`,
      fault: `A PUT ${what} is refused, and leaves {} in the entry.`,
      killedBy: seen,
      mutate: (homeserver) => {
        const request = requestUnderWay(homeserver);
        const { token } = homeserver.wire;
        homeserver.wire.token = (header) => {
          const isPut = request.operationId === 'setRoomStateWithKey';
          if (isPut && isOne(header, homeserver)) emptyEntry(homeserver, request);
          return token(header);
        };
      },
    }),
  ),
];
