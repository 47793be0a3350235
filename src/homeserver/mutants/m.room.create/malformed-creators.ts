import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { isUserId } from '../../rules/is-user-id.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const malformed = killedBy('m.room.create', 'malformed-additional-creators-create-no-room');

/** What `additional_creators` are not to be, and is taken. */
const odd: readonly [what: string, isOfKind: (more: unknown) => boolean][] = [
  ['a string', (more) => typeof more === 'string'],
  ['an object', isObject],
  ['a number', (more) => typeof more === 'number'],
  [
    'a list of other values than strings',
    (more) => Array.isArray(more) && more.some((one) => typeof one !== 'string'),
  ],
  [
    'a list of one user id and other strings',
    (more) =>
      Array.isArray(more) && isUserId(more[0]) && more.every((one) => typeof one === 'string'),
  ],
  [
    'a list of user ids without a domain',
    (more) => Array.isArray(more) && more.every((one) => /^@[^:]*$/.test(String(one))),
  ],
  ['a list of the empty string', (more) => Array.isArray(more) && more[0] === ''],
];

/** Lets rooms begin with some odd `additional_creators`. */
function takeCreators({ rules }: Homeserver, isTaken: (more: unknown) => boolean): void {
  const { create } = rules;
  rules.create = (event, room) =>
    room.events.length === 0 && isTaken(event.content.additional_creators)
      ? undefined
      : create(event, room);
}

/** Faults in what `additional_creators` have to be. */
export const malformedCreatorMutants: readonly Mutant[] = [
  ...odd.map(
    ([what, isOfKind]): Mutant => ({
      id: `additional-creators-that-are-${what.replaceAll(' ', '-')}-are-taken`,
      fault: `In version 12 additional_creators that are ${what} are accepted.`,
      killedBy: malformed,
      mutate: (homeserver) => takeCreators(homeserver, isOfKind),
    }),
  ),
  {
    id: 'malformed-additional-creators-break-the-homeserver',
    fault: 'Malformed additional_creators are answered with 500.',
    killedBy: malformed,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'createRoom', ({ errcode, message }) =>
        errcode === 'M_FORBIDDEN' && message.includes('additional_creators')
          ? new MatrixError(500, 'M_UNKNOWN', 'Internal error')
          : undefined,
      ),
  },
];
