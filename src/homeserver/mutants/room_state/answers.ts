import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const json = killedBy('room_state', 'answers-are-application-json');
const standard = killedBy(
  'room_state',
  'an-error-has-an-errcode-and-a-message',
  'odd-room-ids-are-answered-in-good-order',
);

/** Answers another Content-Type to those who would like to see HTML. */
function negotiate({ wire }: Homeserver, isHtml: (status: number) => boolean): void {
  const { write } = wire;
  wire.write = (reply, request) => {
    const written = write(reply, request);
    const { accept = '' } = request.headers;
    if (!accept.includes('text/html') || !isHtml(written.status)) return written;
    return { ...written, headers: { ...written.headers, 'Content-Type': 'text/html' } };
  };
}

/** Refuses calls on rooms that there are not in another way. */
function refuseUnknownRoom(homeserver: Homeserver, refusal: MatrixError): void {
  for (const operation of ['setRoomStateWithKey', 'getRoomStateWithKey']) {
    changeRefusal(homeserver, operation, (_, { params }) =>
      homeserver.rooms.has(params.roomId ?? '') ? undefined : refusal,
    );
  }
}

/** Faults in the form of answers. */
export const answerMutants: readonly Mutant[] = [
  {
    id: 'browsers-get-html',
    fault: 'Who accepts HTML gets every answer as text/html.',
    killedBy: json,
    mutate: (homeserver) => negotiate(homeserver, () => true),
  },
  ...[200, 400, 401, 403, 404, 405].map(
    (status): Mutant => ({
      id: `browsers-get-a-${status}-as-html`,
      fault: `Who accepts HTML gets answers with the status ${status} as text/html.`,
      killedBy: json,
      mutate: (homeserver) => negotiate(homeserver, (answered) => answered === status),
    }),
  ),
  {
    id: 'an-unknown-room-has-no-message',
    fault: 'The refusal of an unknown room has no error message.',
    killedBy: standard,
    mutate: (homeserver) =>
      refuseUnknownRoom(homeserver, new MatrixError(403, 'M_FORBIDDEN', '', { error: undefined })),
  },
  {
    id: 'an-unknown-room-has-no-errcode',
    fault: 'The refusal of an unknown room has no errcode.',
    killedBy: standard,
    mutate: (homeserver) =>
      refuseUnknownRoom(homeserver, new MatrixError(404, '', 'None', { errcode: undefined })),
  },
  {
    id: 'an-unknown-room-has-a-small-errcode',
    fault: 'The refusal of an unknown room has an errcode in small letters.',
    killedBy: standard,
    mutate: (homeserver) =>
      refuseUnknownRoom(homeserver, new MatrixError(404, 'm_not_found', 'There is no such room')),
  },
  {
    id: 'an-unknown-room-breaks-the-homeserver',
    fault: 'A call on an unknown room is answered with 500.',
    killedBy: standard,
    mutate: (homeserver) =>
      refuseUnknownRoom(homeserver, new MatrixError(500, 'M_UNKNOWN', 'Internal server error')),
  },
];
