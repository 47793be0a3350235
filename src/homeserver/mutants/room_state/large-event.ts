import { canonicalJson } from '../../events/canonical-json.ts';
import { largestEvent } from '../../events/event-id.ts';
import type { JsonObject } from '../../events/json.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { asHtml, breakAnswer } from './break-answer.ts';
import { changeContent } from './change-content.ts';
import { measureEvents } from './measure-events.ts';
import { storeRefused } from './store-refused.ts';

const large = killedBy('room_state', 'an-event-over-65536-bytes-is-refused');
const nearly = killedBy('room_state', 'an-event-may-have-nearly-64-kib');

const bytes = (content: JsonObject) => Buffer.byteLength(canonicalJson(content));

/** Faults in what becomes of an event that is large, or too large. */
export const largeEventMutants: readonly Mutant[] = [
  {
    id: 'texts-are-cut-at-32-kib',
    fault: 'Texts of more than 32,767 characters are cut.',
    killedBy: [...nearly, ...large],
    mutate: (homeserver) =>
      changeContent(homeserver, (value) =>
        typeof value === 'string' ? value.slice(0, 32_767) : value,
      ),
  },
  {
    id: 'a-large-event-is-fetched-without-its-content',
    fault: 'An event of more than 60,000 bytes is fetched by its id without its content.',
    killedBy: nearly,
    mutate: (homeserver) =>
      changeReply(homeserver, 'getOneRoomEvent', (reply) => {
        const body = reply.body as JsonObject;
        return JSON.stringify(body).length > 60_000
          ? { ...reply, body: { ...body, content: {} } }
          : reply;
      }),
  },
  {
    id: 'a-large-event-is-refused-and-stored',
    fault: 'An event that is too large is refused, and stored all the same.',
    killedBy: large,
    mutate: (homeserver) => {
      const sound = homeserver.identify;
      storeRefused(homeserver, ({ errcode }, { body }) => {
        const isLarge = errcode === 'M_TOO_LARGE' && bytes(body) > 60_000;
        if (isLarge) homeserver.identify = (...event) => ({ ...sound(...event), size: 0 });
        return isLarge;
      });
    },
  },
  {
    id: 'a-large-event-breaks-the-homeserver-down',
    fault: 'An event that is too large is answered with 500.',
    killedBy: large,
    mutate: (homeserver) =>
      measureEvents(homeserver, (_, size) => {
        if (size > largestEvent) throw new Error('value too long');
        return size;
      }),
  },
  {
    id: 'a-large-event-gets-a-page',
    fault: 'A body of more than 65,000 bytes is refused with a page.',
    killedBy: large,
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        ({ headers }, status) => status === 413 && Number(headers['content-length']) > 65_000,
        asHtml,
      ),
  },
];
