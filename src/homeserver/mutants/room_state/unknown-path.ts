import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { breakAnswer } from './break-answer.ts';

const path = killedBy('room_state', 'an-unknown-path-is-refused');

/** An answer to an unknown path, where a pattern is in it. */
function answerAs(
  id: string,
  fault: string,
  pattern: RegExp,
  method: string,
  { status, body }: { readonly status: number; readonly body: object },
): Mutant {
  return {
    id,
    fault,
    killedBy: path,
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        (request) => request.method === method && pattern.test(request.url ?? ''),
        (written) => ({ ...written, status, text: JSON.stringify(body) }),
      ),
  };
}

const unrecognised = new MatrixError(405, 'M_UNRECOGNIZED', 'Unrecognised');
const notFound = new MatrixError(404, 'M_NOT_FOUND', 'Not found');
const empty = { status: 200, body: {} };

/** Faults in single paths that the specification does not know. */
export const unknownPathMutants: readonly Mutant[] = [
  answerAs(
    'what-follows-a-key-is-not-read',
    'A GET of a path with a segment after the key is answered with {}.',
    /\/key\/11$/,
    'GET',
    empty,
  ),
  answerAs(
    'what-follows-a-key-is-not-found',
    'A GET of a path with a segment after the key is refused with M_NOT_FOUND.',
    /\/key\/11$/,
    'GET',
    notFound,
  ),
  answerAs(
    'three-segments-after-a-key-are-not-read',
    'A GET of a path with several segments after the key is answered with {}.',
    /\/key\/state\/key$/,
    'GET',
    empty,
  ),
  answerAs(
    'an-unknown-path-reads-nothing',
    'A GET of an unknown path is answered with {}.',
    /v3\/no-specification/,
    'GET',
    empty,
  ),
  answerAs(
    'an-unknown-path-of-a-room-is-a-wrong-method',
    'A PUT of an unknown path of a room is refused with 405.',
    /\/no-specification-knows-this\//,
    'PUT',
    unrecognised,
  ),
  answerAs(
    'an-unknown-path-of-a-room-is-not-found',
    'A GET of an unknown path of a room is refused with M_NOT_FOUND.',
    /\/no-specification-knows-this\//,
    'GET',
    notFound,
  ),
  answerAs(
    'an-unknown-version-is-not-found',
    'A PUT with an unknown version of the API is refused with M_NOT_FOUND.',
    /\/client\/no-version\//,
    'PUT',
    notFound,
  ),
  {
    id: 'any-version-of-the-api-is-the-third',
    fault: 'A path with an unknown version of the API is served as if it were v3.',
    killedBy: path,
    mutate: ({ wire }) => {
      const { segments } = wire;
      wire.segments = (whole) => segments(whole.replace('/client/no-version/', '/client/v3/'));
    },
  },
  {
    id: 'paths-are-read-in-lower-case',
    fault: 'The words of a path are read in whatever case.',
    killedBy: path,
    mutate: ({ wire }) => {
      const { segments } = wire;
      wire.segments = (whole) => segments(whole.replace('/STATE/', '/state/'));
    },
  },
];
