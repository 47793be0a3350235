import { type Answer, isRecord, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import type { Attempt } from '../../../src/scenario/observe.ts';
import type { Refusal } from '../../../src/scenario/refusal.ts';
import { entry, eventType } from '../../entry.ts';

export const get = 'getRoomStateWithKey';

/** The document of GET event says 404 for what one may not read; others say 403. */
export const unseen: Refusal = { status: [403, 404] };

/** A state event as an answer shows it. */
export type Shown = Readonly<Record<string, unknown>>;

/** The ways to read the state of a room, by what a reader is told of them. */
export function readings(roomId: string): Readonly<Record<string, Attempt>> {
  const args = { ...entry(roomId) };
  return {
    'the entry': [get, args],
    'the event of the entry': [get, args, { query: { format: 'event' } }],
    'the full state': ['getRoomState', { roomId }],
    'the members': ['getMembersByRoom', { roomId }],
  };
}

/** The events of an answer that is a list of them, or has one as its `chunk`. */
export function eventsOf(answer: Answer): readonly Shown[] {
  const list = Array.isArray(jsonOf(answer)) ? jsonOf(answer) : memberOf(answer, 'chunk');
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** The contents of the suite's entries in a list of events, by their keys. */
export function entriesOf(events: readonly Shown[]): Shown {
  const found = events.filter(({ type }) => type === eventType);
  return Object.fromEntries(found.map(({ state_key, content }) => [String(state_key), content]));
}

/** Whether two maps have the same names and texts, in whichever order. */
export function isSameMap(one: Shown, other: Shown): boolean {
  const [a, b] = [one, other].map((map) => JSON.stringify(Object.entries(map).sort()));
  return a === b;
}

/** The memberships in a list of events, by user id. */
export function membershipsOf(events: readonly Shown[]): Shown {
  const found = events.filter(({ type }) => type === 'm.room.member');
  return Object.fromEntries(
    found.map(({ state_key, content }) => [
      String(state_key),
      isRecord(content) ? content.membership : undefined,
    ]),
  );
}
