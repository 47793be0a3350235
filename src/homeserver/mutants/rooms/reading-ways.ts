import type { Call } from '../../http/call.ts';

/** One way to read a room: an operation, and which calls of it. */
export interface ReadingWay {
  /** Of ids: `the-full-state`. */
  readonly name: string;
  /** Of sentences. */
  readonly words: string;
  readonly operationId: string;
  readonly isMeant: (call: Call) => boolean;
}

const isFormat = ({ query }: Call) => query.get('format') === 'event';

/** The ways to read a room, so that a fault can be in one of them alone. */
export const readingWays = {
  entry: {
    name: 'an-entry',
    words: 'an entry of the state',
    operationId: 'getRoomStateWithKey',
    isMeant: (call: Call) => !isFormat(call),
  },
  event: {
    name: 'an-entry-as-event',
    words: 'an entry with format=event',
    operationId: 'getRoomStateWithKey',
    isMeant: isFormat,
  },
  state: {
    name: 'the-full-state',
    words: 'the full state',
    operationId: 'getRoomState',
    isMeant: () => true,
  },
  members: {
    name: 'the-members',
    words: 'the members',
    operationId: 'getMembersByRoom',
    isMeant: () => true,
  },
  byId: {
    name: 'an-event-by-its-id',
    words: 'an event by its id',
    operationId: 'getOneRoomEvent',
    isMeant: () => true,
  },
} as const satisfies Record<string, ReadingWay>;
