import { isObject, type JsonObject } from '../../events/json.ts';
import type { Call } from '../../http/call.ts';
import { breakDown } from '../break-down.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const put = 'setRoomStateWithKey';

function relationOf({ body }: Call): JsonObject | undefined {
  const relation = body['m.relates_to'];
  return isObject(relation) ? relation : undefined;
}

function isNamed(type: string, isOdd: (content: JsonObject, call: Call) => boolean) {
  return (call: Call) => call.params.eventType === type && isOdd(call.body, call);
}

/** Where a homeserver might break down: what it is given, who sees it, and how that is known. */
const odd: readonly [what: string, scenario: string, isOdd: (call: Call) => boolean][] = [
  ['a name of null', 'a-name-that-is-none', isNamed('m.room.name', ({ name }) => name === null)],
  ['a name that is missing', 'a-name-that-is-none', isNamed('m.room.name', (c) => !('name' in c))],
  ['a topic of null', 'a-topic-that-is-none', isNamed('m.room.topic', (c) => c.topic === null)],
  [
    'a topic that is a number',
    'a-topic-that-is-none',
    isNamed('m.room.topic', ({ topic }) => typeof topic === 'number'),
  ],
  [
    'an ACL against itself',
    'an-acl-that-bars-its-own-server',
    isNamed('m.room.server_acl', ({ deny }, { sender }) =>
      Array.isArray(deny) ? deny.some((one) => sender.endsWith(`:${one}`)) : false,
    ),
  ],
  [
    'an ACL of a string',
    'an-acl-that-bars-its-own-server',
    isNamed('m.room.server_acl', ({ allow }) => typeof allow === 'string'),
  ],
  [
    'an unknown encryption',
    'an-encryption-that-is-taken-back',
    isNamed('m.room.encryption', (c) => c.algorithm === 'org.example.rot13'),
  ],
  [
    'an encryption that is taken back',
    'an-encryption-that-is-taken-back',
    isNamed('m.room.encryption', ({ algorithm }) => algorithm === undefined),
  ],
  [
    'an unknown join rule',
    'rules-of-access-that-nobody-knows',
    isNamed('m.room.join_rules', (c) => c.join_rule === 'org.example.unknown'),
  ],
  [
    'a history visibility that is a number',
    'rules-of-access-that-nobody-knows',
    isNamed('m.room.history_visibility', (c) => typeof c.history_visibility === 'number'),
  ],
  [
    'a tombstone without a room',
    'a-tombstone-that-leads-nowhere',
    isNamed('m.room.tombstone', (c) => c.replacement_room === undefined),
  ],
  [
    'a tombstone that leads to its own room',
    'a-tombstone-that-leads-nowhere',
    isNamed('m.room.tombstone', (c, { params }) => c.replacement_room === params.roomId),
  ],
  [
    'a relation to a number',
    'a-relation-that-leads-nowhere',
    (call) => typeof relationOf(call)?.event_id === 'number',
  ],
  [
    'a relation that is a string',
    'a-relation-that-leads-nowhere',
    ({ body }) => typeof body['m.relates_to'] === 'string',
  ],
  ['mentions of null', 'mentions-that-are-malformed', ({ body }) => body['m.mentions'] === null],
  [
    'a mentioned user that is a number',
    'mentions-that-are-malformed',
    ({ body }) => {
      const mentions = body['m.mentions'];
      const users: unknown = isObject(mentions) ? mentions.user_ids : undefined;
      return Array.isArray(users) && users.some((one) => typeof one === 'number');
    },
  ],
  [
    'an alias that stands twice',
    'the-same-alias-twice',
    isNamed('m.room.canonical_alias', ({ alt_aliases: list }) =>
      Array.isArray(list) ? list.length === 2 && list[0] === list[1] : false,
    ),
  ],
  [
    'a canonical alias of another state key',
    'a-canonical-alias-of-another-state-key',
    isNamed('m.room.canonical_alias', (_, { params }) => params.stateKey === 'key'),
  ],
  [
    'an alias of a server that is not there',
    'an-alias-of-a-server-out-of-reach',
    isNamed('m.room.canonical_alias', ({ alias }) => String(alias).endsWith('.invalid')),
  ],
];

/** Faults of a homeserver that odd contents break. */
export const oddContentMutants: readonly Mutant[] = [
  ...odd.map(
    ([what, scenario, isOdd]): Mutant => ({
      id: `${what.toLowerCase().replaceAll(' ', '-')}-breaks-the-homeserver`,
      fault: `${what.charAt(0).toUpperCase()}${what.slice(1)} is answered with 500.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) => breakDown(homeserver, put, isOdd),
    }),
  ),
];
