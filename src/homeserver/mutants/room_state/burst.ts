import type { IncomingMessage } from 'node:http';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const nothing = killedBy('room_state', 'a-put-over-the-limit-changes-nothing');
const put = 'setRoomStateWithKey';

/** Faults in what becomes of requests that come at the same moment. */
export const burstMutants: readonly Mutant[] = [
  {
    id: 'what-is-over-the-limit-is-stored',
    fault: 'A PUT over the limit is refused, and stored all the same.',
    killedBy: nothing,
    mutate: (homeserver) => {
      const refused = new WeakMap<IncomingMessage, MatrixError>();
      const { gather, wire } = homeserver;
      homeserver.gather = async (request) => {
        try {
          await gather(request);
        } catch (error) {
          if (error instanceof MatrixError) refused.set(request, error);
        }
      };
      const { write } = wire;
      wire.write = (reply, request) => write(refused.get(request) ?? reply, request);
    },
  },
  {
    id: 'what-was-over-the-limit-is-never-stored',
    fault: 'A PUT that was over the limit is answered with 200 later, and not stored.',
    killedBy: nothing,
    mutate: (homeserver) => {
      const paths = new Set<string | undefined>();
      const { gather, wire, state } = homeserver;
      homeserver.gather = (request) =>
        gather(request).catch((error: unknown) => {
          paths.add(request.url);
          throw error;
        });
      let isLost = false;
      const { segments } = wire;
      wire.segments = (path) => {
        isLost = paths.has(path);
        return segments(path);
      };
      const { write } = state;
      state.write = (into, event) => {
        if (!isLost || event.content.text !== 'later') write(into, event);
      };
    },
  },
  {
    id: 'one-of-many-at-once-is-lost',
    fault: 'Of every eight PUTs that are accepted at the same moment one is not stored.',
    killedBy: nothing,
    mutate: (homeserver) => {
      const { write } = homeserver.state;
      homeserver.state.write = (state, event) => {
        const [, number] = /^key (\d+) of/.exec(event.stateKey ?? '') ?? [];
        if (number === undefined || Number(number) % 8 !== 0) write(state, event);
      };
    },
  },
  {
    id: 'many-at-once-are-mixed-up',
    fault: 'Of PUTs that come at the same moment some have the content of the one before.',
    killedBy: nothing,
    mutate: (homeserver) => {
      let last = {};
      changeCall(homeserver, put, ({ body, params }) => {
        const isMixed = /^key \d+ of/.test(params.stateKey ?? '') && body.text === undefined;
        const before = last;
        if (isMixed) last = body;
        return isMixed && Object.keys(before).length > 0 ? { body: before } : {};
      });
    },
  },
];
