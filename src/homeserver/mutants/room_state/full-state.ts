import { isObject } from '../../events/json.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed } from './change-listed.ts';

const listed = killedBy('room_state', 'the-event-shows-in-the-full-state');
const stranger = '@stranger:elsewhere.test';

/** Faults in how an event shows in the full state of its room. */
export const fullStateMutants: readonly Mutant[] = [
  {
    id: 'the-full-state-lists-an-entry-twice',
    fault: 'The full state lists the event that was replaced beside the one that replaced it.',
    killedBy: listed,
    mutate: ({ state }) => {
      const { list } = state;
      state.list = (from) =>
        list(from).flatMap((one) => (one.replaced ? [one, one.replaced] : one));
    },
  },
  {
    id: 'the-full-state-lists-no-custom-types',
    fault: 'The full state lists the types of the specification only.',
    killedBy: [
      ...listed,
      ...killedBy(
        'room_state',
        'an-event-names-the-one-that-it-replaced',
        'an-event-shows-the-content-that-it-replaced',
      ),
    ],
    mutate: (homeserver) => changeListed(homeserver, () => []),
  },
  {
    id: 'the-full-state-has-another-sender',
    fault: 'The full state shows another sender.',
    killedBy: listed,
    mutate: (homeserver) => changeListed(homeserver, (event) => [{ ...event, sender: stranger }]),
  },
  {
    id: 'the-full-state-has-other-event-ids',
    fault: 'The full state shows event ids of its own.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, (event) => [{ ...event, event_id: `${event.event_id}-state` }]),
  },
  {
    id: 'the-full-state-has-the-content-before',
    fault: 'The full state shows the content that was replaced.',
    killedBy: [
      ...listed,
      ...killedBy(
        'room_state',
        'an-event-names-the-one-that-it-replaced',
        'an-event-shows-the-content-that-it-replaced',
      ),
    ],
    mutate: (homeserver) =>
      changeListed(homeserver, ({ unsigned, ...event }) => [
        { ...event, content: isObject(unsigned) ? (unsigned.prev_content ?? {}) : {} },
      ]),
  },
  {
    id: 'the-full-state-leaves-out-the-empty-key',
    fault: 'The full state lists no entries of the empty key.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, (event) => (event.state_key === '' ? [] : [event])),
  },
  {
    id: 'the-full-state-leaves-out-user-ids',
    fault: 'The full state lists no entries of user ids but those of members.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, (event) => (String(event.state_key).startsWith('@') ? [] : [event])),
  },
  {
    id: 'the-full-state-omits-a-key-that-is-empty',
    fault: 'The full state shows events of the empty key without a state key.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, ({ state_key: key, ...event }) => [
        key === '' ? event : { ...event, state_key: key },
      ]),
  },
  ...(
    [
      ['encodes-keys', 'percent-encoded', encodeURIComponent],
      ['lower-cases-keys', 'in lower case', (key: string) => key.toLowerCase()],
    ] as const
  ).map(
    ([id, how, change]): Mutant => ({
      id: `the-full-state-${id}`,
      fault: `The full state shows keys ${how}.`,
      killedBy: listed,
      mutate: (homeserver) =>
        changeListed(homeserver, (event) => [
          { ...event, state_key: change(String(event.state_key)) },
        ]),
    }),
  ),
  {
    id: 'the-full-state-is-stale',
    fault: 'The full state is that of the first time when it was asked for.',
    killedBy: listed,
    mutate: (homeserver) => {
      const first = new Map<unknown, unknown>();
      changeReply(homeserver, 'getRoomState', (reply, { params }) => {
        if (!first.has(params.roomId)) first.set(params.roomId, reply.body);
        return { ...reply, body: first.get(params.roomId) };
      });
    },
  },
];
