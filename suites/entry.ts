import type { Entry } from '../src/scenario/entry.ts';

/** An event type that no homeserver gives a meaning to. */
export const eventType = 'org.example.conformance';

/** The operation under test. */
export const put = 'setRoomStateWithKey';

/** An entry that no homeserver gives a meaning to. */
export function entry(roomId: string, stateKey = 'key'): Entry {
  return { roomId, eventType, stateKey };
}

/** Power levels that let every member of a room write the entry. */
export const anyoneMay = { powerLevels: { events: { [eventType]: 0 } } };

/** The two ways to write the path of the empty key, and that of any other. */
export const pathForms = [
  { form: 'a key', stateKey: 'key', as: {} },
  { form: 'the empty key, with the slash', stateKey: '', as: {} },
  { form: 'the empty key, without the slash', stateKey: '', as: { trailingSlash: 'omitted' } },
] as const;
