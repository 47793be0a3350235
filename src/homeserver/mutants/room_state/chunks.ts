import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { breakAnswer } from './break-answer.ts';
import { eventOf } from './event-of.ts';

const chunks = killedBy('room_state', 'a-body-in-chunks-is-read-whole');

/** Does something to what came in chunks, once it is stored. */
function harmChunks(
  homeserver: Homeserver,
  change: (content: unknown) => object | undefined,
): void {
  const { write } = homeserver.wire;
  homeserver.wire.write = (reply, request) => {
    const event = eventOf(homeserver, reply);
    const isChunked = request.headers['transfer-encoding'] === 'chunked';
    const content = event && isChunked ? change(event.content) : undefined;
    if (event && content) event.content = { ...content };
    return write(reply, request);
  };
}

/** Faults in how a body in chunks is read. */
export const chunkMutants: readonly Mutant[] = [
  {
    id: 'chunks-are-refused',
    fault: 'A body in chunks is refused as if there were none.',
    killedBy: chunks,
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        ({ headers }) => headers['transfer-encoding'] === 'chunked',
        (answer) => ({
          ...answer,
          status: 400,
          text: '{"errcode":"M_NOT_JSON","error":"No body"}',
        }),
      ),
  },
  {
    id: 'chunks-break-the-homeserver-down',
    fault: 'A body in chunks is answered with 500.',
    killedBy: chunks,
    mutate: (homeserver) =>
      breakAnswer(homeserver, ({ headers }) => headers['transfer-encoding'] === 'chunked'),
  },
  {
    id: 'chunks-are-stored-as-nothing',
    fault: 'A body in chunks is stored as {}.',
    killedBy: chunks,
    mutate: (homeserver) => harmChunks(homeserver, () => ({})),
  },
  {
    id: 'long-chunks-are-lost',
    fault: 'Of a body in chunks, what is beyond 16 KiB is lost.',
    killedBy: chunks,
    mutate: (homeserver) =>
      harmChunks(homeserver, (content) => {
        const text = isObject(content) ? String(content.text) : '';
        return { text: text.slice(0, 16_384) };
      }),
  },
];
