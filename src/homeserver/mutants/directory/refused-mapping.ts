import { isAlias } from '../../aliases/alias-checks.ts';
import type { Homeserver } from '../../homeserver.ts';
import { type Call, ok } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const put = 'setRoomAlias';
const taken = killedBy('directory', 'an-alias-that-is-taken-is-refused');
const codes = killedBy('directory', 'refused-aliases-have-the-codes-of-the-examples');
const roomless = killedBy('directory', 'an-alias-needs-a-room');

function aliasOf({ params }: Call): string {
  return params.roomAlias ?? '';
}

/** Makes an alias although it was refused; `isKept` refuses it all the same. */
function make(
  homeserver: Homeserver,
  isMade: (alias: string, call: Call) => boolean,
  isKept = false,
): void {
  changeRefusal(homeserver, put, (_, call) => {
    const alias = aliasOf(call);
    if (!isMade(alias, call)) return undefined;
    homeserver.aliases.set(alias, { roomId: String(call.body.room_id), creator: call.sender });
    return isKept ? undefined : ok({});
  });
}

/** What is no alias, who tries it, and how it is known. */
const kinds: readonly [what: string, scenario: string, isOfKind: (alias: string) => boolean][] = [
  ['without its hash', 'what-is-no-alias-is-refused', (alias) => /^[^#@].*:/.test(alias)],
  ['without a server', 'what-is-no-alias-is-refused', (alias) => /^#[^:]*$/.test(alias)],
  ['of one word', 'what-is-no-alias-is-refused', (alias) => alias === 'alias'],
  ['that is a user id', 'what-is-no-alias-is-refused', (alias) => alias.startsWith('@')],
  ['of an empty server', 'an-alias-of-no-server-is-refused', (alias) => alias.endsWith(':')],
  ['of a server with spaces', 'an-alias-of-no-server-is-refused', (alias) => /:.* /.test(alias)],
  ['of a server with an underscore', 'an-alias-of-no-server-is-refused', (a) => /:a_b$/.test(a)],
  ['of a port alone', 'an-alias-of-no-server-is-refused', (alias) => alias.endsWith('::8448')],
  [
    'of 256 bytes',
    'an-alias-over-255-bytes-is-refused',
    (alias) => Buffer.byteLength(alias) === 256 && !alias.includes('ü'),
  ],
  [
    'of 255 characters and more bytes',
    'an-alias-over-255-bytes-is-refused',
    (alias) => alias.length < 256 && Buffer.byteLength(alias) > 255,
  ],
  ['with a NUL at its front', 'an-alias-with-a-nul-is-refused', (alias) => alias[1] === '\0'],
  ['with a NUL at its end', 'an-alias-with-a-nul-is-refused', (alias) => alias.includes('\0:')],
];

const bodies: readonly [what: string, isOne: (room: unknown) => boolean][] = [
  ['none', (room) => room === undefined],
  ['a number', (room) => typeof room === 'number'],
  ['null', (room) => room === null],
  ['a list', Array.isArray],
];

/** Faults in which aliases are not to be made. */
export const refusedMappingMutants: readonly Mutant[] = [
  {
    id: 'a-taken-alias-is-given-to-its-own-room-again',
    fault: 'A PUT of an alias for the room that has it already is answered with 200.',
    killedBy: [...taken, ...codes],
    mutate: (homeserver) =>
      changeRefusal(homeserver, put, ({ status }, call) =>
        status === 409 && homeserver.aliases.get(aliasOf(call))?.roomId === call.body.room_id
          ? ok({})
          : undefined,
      ),
  },
  {
    id: 'a-taken-alias-is-moved-by-its-maker',
    fault: 'Who made an alias may give it to another room by a PUT.',
    killedBy: taken,
    mutate: (homeserver) =>
      make(homeserver, (alias, { sender, body }) => {
        const known = homeserver.aliases.get(alias);
        return known?.creator === sender && known.roomId !== body.room_id;
      }),
  },
  {
    id: 'a-taken-alias-is-moved-by-anybody',
    fault: 'A PUT by somebody else gives an alias to their room.',
    killedBy: taken,
    mutate: (homeserver) =>
      make(homeserver, (alias, { sender }) => {
        const creator = homeserver.aliases.get(alias)?.creator;
        return creator !== undefined && creator !== sender;
      }),
  },
  {
    id: 'a-taken-alias-is-refused-and-moved',
    fault: 'A PUT of an alias that is taken is refused, and moves it all the same.',
    killedBy: taken,
    mutate: (homeserver) => make(homeserver, (alias) => homeserver.aliases.has(alias), true),
  },
  {
    id: 'a-taken-alias-is-a-bad-request',
    fault: 'A PUT of an alias that is taken is refused with 400.',
    killedBy: [...taken, ...codes],
    mutate: (homeserver) =>
      changeRefusal(homeserver, put, ({ status, errcode, message }) =>
        status === 409 ? new MatrixError(400, errcode, message) : undefined,
      ),
  },
  {
    id: 'a-taken-alias-is-in-use',
    fault: 'A PUT of an alias that is taken is refused with 409 M_ROOM_IN_USE.',
    killedBy: codes,
    mutate: (homeserver) =>
      changeRefusal(homeserver, put, ({ status, message }) =>
        status === 409 ? new MatrixError(409, 'M_ROOM_IN_USE', message) : undefined,
      ),
  },
  {
    id: 'what-is-no-alias-is-bad-json',
    fault: 'A PUT of what is no alias is refused with M_BAD_JSON.',
    killedBy: codes,
    mutate: (homeserver) =>
      changeRefusal(homeserver, put, (error, call) =>
        isAlias(homeserver.aliasChecks, aliasOf(call))
          ? undefined
          : new MatrixError(400, 'M_BAD_JSON', error.message),
      ),
  },
  ...kinds.map(
    ([what, scenario, isOfKind]): Mutant => ({
      id: `an-alias-${what.toLowerCase().replaceAll(' ', '-')}-is-made`,
      fault: `The directory takes an alias ${what}.`,
      killedBy: [...killedBy('directory', scenario), ...(what === 'without its hash' ? codes : [])],
      mutate: (homeserver) => make(homeserver, isOfKind),
    }),
  ),
  ...bodies.map(
    ([what, isOne]): Mutant => ({
      id: `an-alias-is-made-for-${what.replaceAll(' ', '-')}`,
      fault: `An alias is made although its room_id is ${what}.`,
      killedBy: roomless,
      mutate: (homeserver) =>
        make(homeserver, (alias, { body }) => alias !== '' && isOne(body.room_id)),
    }),
  ),
];
