import { isObject } from '../../events/json.ts';
import type { Draft, RoomEvent } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { type Annotation, annotationIn } from '../../rooms/check-annotation.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const duplicate = killedBy('room_state', 'a-duplicate-annotation-is-refused');
const another = killedBy('room_state', 'an-annotation-of-another-kind-is-accepted');

/** What two annotations share, for a check that looks at too little. */
type Alike = (draft: Draft, event: RoomEvent, mine: Annotation, its: Annotation) => boolean;

/** Refuses an annotation for one before it that is like it in some way. */
function refuseAfter(homeserver: Homeserver, isLike: Alike): void {
  const { annotation } = homeserver.checks;
  homeserver.checks.annotation = (draft, room) => {
    const mine = annotationIn(draft.content);
    const isThere = room.events.some((event) => {
      const its = annotationIn(event.content);
      return mine !== undefined && its !== undefined && isLike(draft, event, mine, its);
    });
    if (isThere) throw new MatrixError(400, 'M_DUPLICATE_ANNOTATION', 'There is such a one');
    annotation(draft, room);
  };
}

const overzealous: readonly [what: string, killed: readonly string[], isLike: Alike][] = [
  [
    'the key',
    [...duplicate, ...another],
    (draft, event, mine, its) =>
      mine.target === its.target && draft.sender === event.sender && draft.type === event.type,
  ],
  [
    'the sender',
    [...duplicate, ...another],
    (draft, event, mine, its) =>
      mine.target === its.target && mine.key === its.key && draft.type === event.type,
  ],
  [
    'the type',
    [...duplicate, ...another],
    (draft, event, mine, its) =>
      mine.target === its.target && mine.key === its.key && draft.sender === event.sender,
  ],
  [
    'the event',
    another,
    (draft, event, mine, its) =>
      mine.key === its.key && draft.sender === event.sender && draft.type === event.type,
  ],
];

/** Keys that are taken for one another. */
const alike: readonly [id: string, words: string, of: (key: string) => string][] = [
  ['their-case', 'in case', (key) => key.toLowerCase()],
  ['what-follows-a-letter', 'after the first letter', (key) => key.slice(0, 1)],
  [
    'their-colour',
    'in the colour of a picture',
    (key) => key.replace(/[\u{1f3fb}-\u{1f3ff}]/u, ''),
  ],
];

/** Faults that take annotations for duplicates which are none. */
export const otherAnnotationMutants: readonly Mutant[] = [
  ...overzealous.map(
    ([what, killed, isLike]): Mutant => ({
      id: `annotations-are-compared-without-${what.replaceAll(' ', '-')}`,
      fault: `Annotations that differ in ${what} are taken for duplicates.`,
      killedBy: killed,
      mutate: (homeserver) => refuseAfter(homeserver, isLike),
    }),
  ),
  ...alike.map(
    ([id, words, of]): Mutant => ({
      id: `keys-of-annotations-are-compared-without-${id}`,
      fault: `Annotations whose keys differ ${words} are taken for duplicates.`,
      killedBy: another,
      mutate: (homeserver) =>
        refuseAfter(
          homeserver,
          (draft, event, mine, its) =>
            mine.target === its.target &&
            draft.sender === event.sender &&
            draft.type === event.type &&
            of(mine.key) === of(its.key),
        ),
    }),
  ),
  {
    id: 'any-relation-is-an-annotation',
    fault: 'Any relation to an event that was annotated is taken for a duplicate.',
    killedBy: another,
    mutate: ({ checks }) => {
      const { annotation } = checks;
      checks.annotation = (draft, room) => {
        const relation = draft.content['m.relates_to'];
        const taken = { ...(isObject(relation) ? relation : {}), rel_type: 'm.annotation' };
        const content = { ...draft.content, 'm.relates_to': taken };
        annotation({ ...draft, content }, room);
      };
    },
  },
  {
    id: 'a-redacted-annotation-still-counts',
    fault: 'An annotation cannot be made again after it was redacted.',
    killedBy: another,
    mutate: ({ checks }) => {
      const { annotation } = checks;
      const made = new Set<string>();
      checks.annotation = (draft, room) => {
        const { sender, type, content } = draft;
        const key = JSON.stringify([sender, type, annotationIn(content)]);
        annotation(draft, room);
        if (annotationIn(content) === undefined) return;
        if (made.has(key)) throw new MatrixError(400, 'M_DUPLICATE_ANNOTATION', 'Not again');
        made.add(key);
      };
    },
  },
];
