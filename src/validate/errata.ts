import { isRecord } from '../openapi/json-pointer.ts';
import type { Erratum } from './erratum.ts';
import { overlays } from './overlays.ts';

/**
 * Every place where the documents are not taken at their word, and each weakness of theirs that is
 * known and stays. Nothing else is applied.
 */
export const errata: readonly Erratum[] = [
  {
    operation: 'getRoomStateWithKey',
    status: '200',
    what: 'its `oneOf` of any object and a state event counts as `anyOf`',
    reason: 'a state event is an object too, so each right answer to ?format=event is both',
    link: 'https://spec.matrix.org/latest/client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey',
    correct: (schema) => {
      if (!isRecord(schema) || !Array.isArray(schema.oneOf)) return schema;
      const { oneOf, ...rest } = schema;
      return { ...rest, anyOf: oneOf };
    },
  },
  {
    operation: 'setRoomStateWithKey',
    status: '200',
    what: 'its event_id has the grammar of an event id',
    reason:
      'the appendices say that it starts with $ and has at most 255 bytes; not every document does',
    link: 'https://spec.matrix.org/latest/appendices/#event-ids',
    adds: { properties: { event_id: { type: 'string', format: 'mx-event-id' } } },
  },
  ...overlays,
];
