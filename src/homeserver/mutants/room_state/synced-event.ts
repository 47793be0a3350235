import { isObject } from '../../events/json.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSynced } from './change-listed.ts';

const synced = killedBy('room_state', 'the-event-shows-in-sync');
const stranger = '@stranger:elsewhere.test';

/** Faults in how an event shows in the timeline of a sync. */
export const syncedEventMutants: readonly Mutant[] = [
  {
    id: 'sync-leaves-out-custom-types',
    fault: 'Sync tells the types of the specification only.',
    killedBy: synced,
    mutate: (homeserver) => changeSynced(homeserver, () => []),
  },
  {
    id: 'sync-shows-another-sender',
    fault: 'Sync shows another sender.',
    killedBy: synced,
    mutate: (homeserver) => changeSynced(homeserver, (event) => [{ ...event, sender: stranger }]),
  },
  {
    id: 'sync-shows-other-event-ids',
    fault: 'Sync shows event ids of its own.',
    killedBy: synced,
    mutate: (homeserver) =>
      changeSynced(homeserver, (event) => [{ ...event, event_id: `${event.event_id}-sync` }]),
  },
  {
    id: 'sync-leaves-out-the-state-key',
    fault: 'Sync shows state events without their key, as if they were messages.',
    killedBy: synced,
    mutate: (homeserver) => changeSynced(homeserver, ({ state_key: _, ...event }) => [event]),
  },
  {
    id: 'sync-omits-a-key-that-is-empty',
    fault: 'Sync shows events of the empty key without a state key.',
    killedBy: synced,
    mutate: (homeserver) =>
      changeSynced(homeserver, ({ state_key: key, ...event }) => [
        key === '' ? event : { ...event, state_key: key },
      ]),
  },
  {
    id: 'sync-leaves-out-user-ids',
    fault: 'Sync tells no entries of user ids but those of members.',
    killedBy: synced,
    mutate: (homeserver) =>
      changeSynced(homeserver, (event) => (String(event.state_key).startsWith('@') ? [] : [event])),
  },
  {
    id: 'sync-shows-the-content-before',
    fault: 'Sync shows the content that was replaced.',
    killedBy: [
      ...synced,
      ...killedBy(
        'room_state',
        'an-event-names-the-one-that-it-replaced',
        'an-event-shows-the-content-that-it-replaced',
      ),
    ],
    mutate: (homeserver) =>
      changeSynced(homeserver, ({ unsigned, ...event }) => [
        { ...event, content: isObject(unsigned) ? (unsigned.prev_content ?? {}) : {} },
      ]),
  },
  ...(
    [
      ['encodes-keys', 'percent-encoded', encodeURIComponent],
      ['lower-cases-keys', 'in lower case', (key: string) => key.toLowerCase()],
    ] as const
  ).map(
    ([id, how, change]): Mutant => ({
      id: `sync-${id}`,
      fault: `Sync shows keys ${how}.`,
      killedBy: synced,
      mutate: (homeserver) =>
        changeSynced(homeserver, (event) => [
          { ...event, state_key: change(String(event.state_key)) },
        ]),
    }),
  ),
];
