import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeReply } from '../change-reply.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeContent } from './change-content.ts';
import { changeListed } from './change-listed.ts';

const stored = killedBy('room_state', 'the-content-is-stored-as-it-was-sent');
const lax = 'room-versions-that-are-not-strict-take-any-number';
const { MAX_SAFE_INTEGER: most } = Number;

type Change = (value: unknown, depth: number) => unknown;

/** Drops members of the content itself, by their names. */
function without(isDropped: (name: string) => boolean): Change {
  return (value, depth) =>
    depth === 0 && isObject(value)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !isDropped(name)))
      : value;
}

function refuse(isRefused: (value: unknown) => boolean): Change {
  return (value) => {
    if (!isRefused(value)) return value;
    throw new MatrixError(400, 'M_BAD_JSON', 'The content is not allowed');
  };
}

/** What is done to values of a PUT that are rare. */
const changes: readonly [id: string, fault: string, change: Change][] = [
  [
    'drops-what-events-have',
    'Members of a content that are named as those of an event are dropped.',
    without((name) => ['event_id', 'state_key', 'type', 'unsigned'].includes(name)),
  ],
  [
    'drops-names-with-dots',
    'Members whose name has a dot between words are dropped.',
    without((name) => /[a-z]\.[a-z]/.test(name)),
  ],
  [
    'refuses-text-like-a-fraction',
    'A text that reads as a number with a fraction is refused.',
    refuse((value) => value === '1.5'),
  ],
  [
    'reads-text-as-a-value',
    'The text true is stored as the value.',
    (value) => (value === 'true' ? true : value),
  ],
  [
    'flattens-lists',
    'Lists within lists are taken for their members.',
    (value) => (Array.isArray(value) ? value.flat() : value),
  ],
  [
    'refuses-the-largest-integer-in-lists',
    'A list with the integer 2^53-1 is refused.',
    refuse((value) => Array.isArray(value) && value.includes(most) && value.length > 5),
  ],
  [
    'drops-controls',
    'Control characters beyond ASCII are dropped.',
    (value) => (typeof value === 'string' ? value.replace(/[\u0080-\u009f]/g, '') : value),
  ],
];

function withoutNull(content: unknown): unknown {
  return isObject(content)
    ? Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null))
    : content;
}

/** Shows the content of events of custom types that are fetched in another way. */
function changeFetched(homeserver: Homeserver, change: (content: unknown) => unknown): void {
  changeReply(homeserver, 'getOneRoomEvent', (reply) => {
    const event = reply.body as JsonObject;
    if (!isCustom(String(event.type))) return reply;
    return { ...reply, body: { ...event, content: change(event.content) } };
  });
}

/** Faults in values that only some texts have, or that show in one view alone. */
export const storedValueMutants: readonly Mutant[] = [
  ...changes.map(
    ([id, fault, change]): Mutant => ({
      id: `put-${id}`,
      fault,
      killedBy: stored,
      mutate: (homeserver) => changeContent(homeserver, change),
    }),
  ),
  {
    id: 'an-event-is-fetched-without-null',
    fault: 'An event that is fetched by its id shows no members with the value null.',
    killedBy: stored,
    mutate: (homeserver) => changeFetched(homeserver, withoutNull),
  },
  {
    id: 'the-full-state-has-no-null',
    fault: 'The full state shows no members with the value null.',
    killedBy: stored,
    mutate: (homeserver) =>
      changeListed(homeserver, (event) => [{ ...event, content: withoutNull(event.content) }]),
  },
  {
    id: 'small-negative-fractions-lose-their-sign',
    fault: 'The sign of a fraction between -1 and 0 is dropped, as if it were that of -0.',
    killedBy: killedBy('room_state', lax),
    mutate: (homeserver) =>
      changeContent(homeserver, (value) =>
        typeof value === 'number' && value > -1 && value < 0 ? -value : value,
      ),
  },
  {
    id: 'an-event-is-fetched-without-fractions',
    fault: 'An event that is fetched by its id shows numbers without their fraction.',
    killedBy: killedBy('room_state', lax),
    mutate: (homeserver) =>
      changeFetched(homeserver, (content) =>
        isObject(content) && typeof content.float === 'number'
          ? { ...content, float: Math.trunc(content.float) }
          : content,
      ),
  },
];
