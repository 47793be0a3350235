import { isObject, type JsonObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { breakDown } from '../break-down.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const format = killedBy('rooms', 'format-event-answers-the-whole-event');
const unknown = killedBy('rooms', 'an-unknown-format-is-answered-in-good-order');
const get = 'getRoomStateWithKey';

function changeEvent(homeserver: Homeserver, change: (event: JsonObject) => JsonObject): void {
  changeReply(homeserver, get, (reply, { query }) =>
    query.get('format') === 'event' && isObject(reply.body)
      ? { ...reply, body: change(reply.body) }
      : reply,
  );
}

function ignoreFormat(homeserver: Homeserver, isIgnored: (call: Call) => boolean): void {
  changeCall(homeserver, get, (call) => (isIgnored(call) ? { query: new URLSearchParams() } : {}));
}

const lacking = [
  'type',
  'event_id',
  'state_key',
  'room_id',
  'sender',
  'origin_server_ts',
  'content',
];

/** Faults in the event that `format=event` asks for, and in formats that there are not. */
export const eventFormatMutants: readonly Mutant[] = [
  ...lacking.map(
    (name): Mutant => ({
      id: `format-event-lacks-the-${name.replaceAll('_', '-')}`,
      fault: `The event of format=event has no ${name}.`,
      killedBy:
        name === 'content'
          ? [
              ...format,
              ...killedBy(
                'rooms',
                'who-left-reads-the-state-as-it-was-then',
                'who-was-kicked-reads-the-state-as-it-was-then',
                'who-is-banned-reads-nothing-of-what-came-later',
                'who-was-unbanned-reads-nothing-of-what-came-between',
                'who-is-invited-again-reads-nothing-of-what-came-between',
                'who-declines-to-come-back-reads-nothing-of-what-came-between',
              ),
            ]
          : format,
      mutate: (homeserver) => changeEvent(homeserver, ({ [name]: _, ...event }) => event),
    }),
  ),
  {
    id: 'format-event-omits-a-key-that-is-empty',
    fault: 'The event of format=event has no state key where it is empty.',
    killedBy: format,
    mutate: (homeserver) =>
      changeEvent(homeserver, ({ state_key: key, ...event }) =>
        key === '' ? event : { ...event, state_key: key },
      ),
  },
  {
    id: 'format-event-shows-what-was-replaced',
    fault: 'The event of format=event names the event that it replaced.',
    killedBy: format,
    mutate: (homeserver) =>
      changeEvent(homeserver, (event) => {
        const { unsigned } = event;
        const replaced = isObject(unsigned) ? unsigned.replaces_state : undefined;
        return { ...event, event_id: replaced ?? event.event_id };
      }),
  },
  {
    id: 'format-is-ignored',
    fault: 'The format is ignored: the content is all that there is.',
    killedBy: format,
    mutate: (homeserver) => ignoreFormat(homeserver, () => true),
  },
  {
    id: 'format-is-ignored-for-user-ids',
    fault: 'The format is ignored where the key is a user id.',
    killedBy: format,
    mutate: (homeserver) =>
      ignoreFormat(homeserver, ({ params }) => params.stateKey?.startsWith('@') === true),
  },
  {
    id: 'format-is-ignored-without-the-slash',
    fault: 'The format is ignored where the path ends with the event type.',
    killedBy: format,
    mutate: (homeserver) => ignoreFormat(homeserver, ({ params }) => params.stateKey === undefined),
  },
  {
    id: 'format-content-answers-the-event',
    fault: 'Any format, also format=content, answers the whole event.',
    killedBy: format,
    mutate: (homeserver) =>
      changeCall(homeserver, get, ({ query }) =>
        query.has('format') ? { query: new URLSearchParams('format=event') } : {},
      ),
  },
  ...[
    ['xml', ({ query }: Call) => query.get('format') === 'xml'] as const,
    ['EVENT', ({ query }: Call) => query.get('format') === 'EVENT'] as const,
    ['that-is-empty', ({ query }: Call) => query.get('format') === ''] as const,
    ['misspelt', ({ query }: Call) => query.has('formats')] as const,
  ].map(
    ([name, isTooMuch]): Mutant => ({
      id: `a-format-${name.toLowerCase()}-breaks-get-down`,
      fault: `GET of state fails on a format ${name.replaceAll('-', ' ')}.`,
      killedBy: unknown,
      mutate: (homeserver) => breakDown(homeserver, get, isTooMuch),
    }),
  ),
];
