import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { annotationIn } from '../../rooms/check-annotation.ts';
import type { Room } from '../../rooms/room.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { storeRefused } from './store-refused.ts';

const duplicate = killedBy('room_state', 'a-duplicate-annotation-is-refused');

/** Skips the check of some annotations. */
function skip({ checks }: Homeserver, isSkipped: (draft: Draft, room: Room) => boolean): void {
  const { annotation } = checks;
  checks.annotation = (draft, room) => {
    if (!isSkipped(draft, room)) annotation(draft, room);
  };
}

function isDuplicate(errcode: string): boolean {
  return errcode === 'M_DUPLICATE_ANNOTATION';
}

/** Faults in how a duplicate of an annotation is refused. */
export const annotationMutants: readonly Mutant[] = [
  {
    id: 'state-events-annotate-as-often-as-they-like',
    fault: 'Duplicates of annotations are refused among messages, and not among state events.',
    killedBy: duplicate,
    mutate: (homeserver) => skip(homeserver, ({ stateKey }) => stateKey !== undefined),
  },
  {
    id: 'the-empty-key-annotates-again',
    fault: 'A duplicate of an annotation is accepted where the state key is empty.',
    killedBy: duplicate,
    mutate: (homeserver) => skip(homeserver, ({ stateKey }) => stateKey === ''),
  },
  {
    id: 'more-content-makes-another-annotation',
    fault: 'A duplicate of an annotation is accepted where it has more content.',
    killedBy: duplicate,
    mutate: (homeserver) => skip(homeserver, ({ content }) => Object.keys(content).length > 1),
  },
  {
    id: 'only-the-last-annotation-counts',
    fault: 'An annotation is compared with the last event alone.',
    killedBy: duplicate,
    mutate: ({ checks }) => {
      const { annotation } = checks;
      checks.annotation = (draft, room) => {
        const last = room.events.findLast(({ stateKey }) => stateKey !== 'target');
        const target = room.events.filter(({ stateKey }) => stateKey === 'target');
        annotation(draft, { ...room, events: [...target, ...(last === undefined ? [] : [last])] });
      };
    },
  },
  {
    id: 'only-who-annotated-first-is-held-to-it',
    fault: 'A duplicate is looked for among the annotations of who made the first one alone.',
    killedBy: duplicate,
    mutate: (homeserver) =>
      skip(homeserver, ({ sender, content }, { events }) => {
        const mine = annotationIn(content)?.target;
        const first = events.find((event) => annotationIn(event.content)?.target === mine);
        return first !== undefined && first.sender !== sender;
      }),
  },
  {
    id: 'a-duplicate-annotation-is-forbidden',
    fault: 'A duplicate of an annotation is refused with 403 M_FORBIDDEN.',
    killedBy: duplicate,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', ({ errcode }) =>
        isDuplicate(errcode) ? new MatrixError(403, 'M_FORBIDDEN', 'Not again') : undefined,
      ),
  },
  {
    id: 'a-duplicate-annotation-has-no-code-of-its-own',
    fault: 'A duplicate of an annotation is refused with M_UNKNOWN.',
    killedBy: duplicate,
    mutate: (homeserver) =>
      changeRefusal(homeserver, 'setRoomStateWithKey', ({ errcode }) =>
        isDuplicate(errcode) ? new MatrixError(400, 'M_UNKNOWN', 'Not again') : undefined,
      ),
  },
  {
    id: 'a-duplicate-annotation-is-refused-and-kept',
    fault: 'A duplicate of an annotation is refused, and kept all the same.',
    killedBy: duplicate,
    mutate: (homeserver) => storeRefused(homeserver, ({ errcode }) => isDuplicate(errcode)),
  },
];
