import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';

const points = killedBy('directory', 'an-alias-points-to-its-room');
const open = killedBy('directory', 'an-alias-is-looked-up-without-a-token');
const text = killedBy('directory', 'an-alias-may-hold-any-text');
const named = killedBy('directory', 'an-alias-of-a-new-room-is-its-canonical-one');

/** Characters that an alias may hold, and that a homeserver may stumble over. */
const characters: readonly [what: string, character: string][] = [
  ['beyond ASCII', 'ü'],
  ['beyond U+FFFF', '🦊'],
  ['like a slash', '/'],
  ['like a plus sign', '+'],
  ['like a percent sign', '%'],
  ['like a question mark', '?'],
  ['like an at sign', '@'],
  ['like an exclamation mark', '!'],
];

/** Faults in what becomes of a good alias. */
export const mappingMutants: readonly Mutant[] = [
  {
    id: 'who-joins-by-an-alias-joins-the-oldest-room-of-its-maker',
    fault: 'Who joins by an alias joins the first room that its maker gave an alias.',
    killedBy: points,
    mutate: (homeserver) =>
      changeCall(homeserver, 'joinRoom', ({ params }) => {
        const found = homeserver.aliases.get(params.roomIdOrAlias ?? '');
        const isOfMaker = ({ creator }: { readonly creator: string }) => creator === found?.creator;
        const first = [...homeserver.aliases.values()].find(isOfMaker);
        return first === undefined ? {} : { params: { ...params, roomIdOrAlias: first.roomId } };
      }),
  },
  {
    id: 'an-alias-is-looked-up-by-its-maker-alone',
    fault: 'An alias is looked up with the token of who made it, or with none.',
    killedBy: [
      ...points,
      ...named,
      ...killedBy('directory', 'an-alias-that-is-taken-is-refused', 'a-deleted-alias-is-gone'),
    ],
    mutate: (homeserver) =>
      changeCall(homeserver, 'getRoomIdByAlias', ({ params, authorization }) => {
        const { creator } = homeserver.aliases.get(params.roomAlias ?? '') ?? {};
        const token = authorization?.slice('Bearer '.length) ?? '';
        const asker = homeserver.sessions.get(token)?.userId ?? creator;
        if (creator === undefined || asker === creator) return {};
        throw new MatrixError(404, 'M_NOT_FOUND', 'There is no such alias');
      }),
  },
  {
    id: 'an-alias-is-looked-up-with-a-token',
    fault: 'Looking up an alias takes an access token.',
    killedBy: open,
    mutate: (homeserver) => {
      const route = routeOf(homeserver, 'getRoomIdByAlias');
      homeserver.routes[homeserver.routes.indexOf(route)] = { ...route, access: 'token' };
    },
  },
  {
    id: 'an-alias-shows-no-room-to-strangers',
    fault: 'Who looks up an alias without a token is told the servers alone.',
    killedBy: open,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getRoomIdByAlias', (reply, { authorization }) =>
        authorization === undefined ? { ...reply, body: { servers: [homeserver.name] } } : reply,
      ),
  },
  ...characters.map(
    ([what, character]): Mutant => ({
      id: `aliases-hold-no-character-${what.toLowerCase().replaceAll(/[ +]/g, '-')}`,
      fault: `An alias that holds a character ${what} is refused.`,
      killedBy: text,
      mutate: (homeserver) =>
        changeCall(homeserver, 'setRoomAlias', ({ params }) => {
          const localpart = params.roomAlias?.slice(1).split(':')[0] ?? '';
          const isLong = Buffer.byteLength(localpart) > 100 || localpart === '';
          if (isLong || !localpart.includes(character) || params.roomAlias?.startsWith('@'))
            return {};
          throw new MatrixError(400, 'M_INVALID_PARAM', 'Invalid characters in the alias');
        }),
    }),
  ),
  {
    id: 'aliases-are-cut-at-a-hash',
    fault: 'What follows a second # in an alias is taken for a fragment when it is looked up.',
    killedBy: text,
    mutate: (homeserver) =>
      changeCall(homeserver, 'getRoomIdByAlias', ({ params }) => {
        const [, first = '', ...rest] = params.roomAlias?.split('#') ?? [];
        const roomAlias = `#${first || 'none'}:${homeserver.name}`;
        return rest.length === 0 ? {} : { params: { ...params, roomAlias } };
      }),
  },
  {
    id: 'aliases-are-decoded-twice',
    fault: 'Percent-encoding is taken off an alias twice when it is made.',
    killedBy: text,
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomAlias', ({ params }) => ({
        params: { ...params, roomAlias: params.roomAlias?.replace('%41', 'A') ?? '' },
      })),
  },
];
