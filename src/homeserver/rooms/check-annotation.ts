import { isObject, type JsonObject } from '../events/json.ts';
import type { Draft } from '../events/room-event.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Room } from './room.ts';

/** What an event annotates, and with which key. */
export interface Annotation {
  readonly target: string;
  readonly key: string;
}

/** The annotation that a content makes, if it is one (client-server-api/#mannotation-relationship-type). */
export function annotationIn(content: JsonObject): Annotation | undefined {
  const relation = content['m.relates_to'];
  if (!isObject(relation) || relation.rel_type !== 'm.annotation') return undefined;
  const { event_id: target, key } = relation;
  return typeof target === 'string' && typeof key === 'string' ? { target, key } : undefined;
}

/**
 * Throws 400 M_DUPLICATE_ANNOTATION where the sender has annotated the same event of the room with
 * the same key in an event of the same type (client-server-api/#avoiding-duplicate-annotations).
 * What was redacted no longer has the annotation, and so does not count.
 */
export function checkAnnotation({ type, sender, content }: Draft, { events }: Room): void {
  const annotation = annotationIn(content);
  if (annotation === undefined || !events.some(({ id }) => id === annotation.target)) return;
  const isThere = events.some((event) => {
    const other = annotationIn(event.content);
    const isLike = event.type === type && event.sender === sender;
    return isLike && other?.target === annotation.target && other.key === annotation.key;
  });
  if (isThere) {
    throw new MatrixError(400, 'M_DUPLICATE_ANNOTATION', 'You have annotated the event with this');
  }
}
